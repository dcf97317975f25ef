import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseMail, type Mail } from './mail.ts';

/** What the embedded server "sent", oldest first: one `.eml` file for each mail. */
export async function capturedMails(folder: string): Promise<Mail[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, name, time: (await stat(path)).mtimeMs };
    }),
  );
  files.sort((one, other) => one.time - other.time || one.name.localeCompare(other.name));
  return Promise.all(files.map(async ({ path }) => parseMail(await readFile(path))));
}
