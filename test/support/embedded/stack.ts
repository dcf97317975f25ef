import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readDemo } from '../demo.ts';
import { handedOver } from '../handoff.ts';
import { capturedMails } from '../mail/capture-folder.ts';
import { temporaryFolder } from '../process/temporary-folder.ts';
import type { Stack } from '../stack.ts';

/** Nothing but a data folder: a copy of one that is seeded already, since seeding takes seconds. */
export async function embeddedStack(): Promise<Stack> {
  const folder = await temporaryFolder('data');
  await cp(handedOver('KENDO_TEST_DATA'), folder.path, { recursive: true });
  return {
    settings: { DATA_DIR: folder.path },
    async mails() {
      const { mail_dir } = await readDemo(folder.path);
      return capturedMails(resolve(folder.path, mail_dir));
    },
    database: null,
    sink: null,
    remove: () => folder.remove(),
  };
}
