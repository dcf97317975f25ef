import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Settings } from './kendo-process.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const PROGRAM = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** `npm run cli -- …`, as an operator with these settings would call it. */
export function commandLine(settings: Settings, ...args: string[]): Promise<Ended> {
  const { PATH } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...args],
      { env: { PATH, ...settings } },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

/** What a command that succeeds prints with `--json`. */
export async function answerOf<Answer>(settings: Settings, ...args: string[]): Promise<Answer> {
  const { code, out, err } = await commandLine(settings, ...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Answer;
}
