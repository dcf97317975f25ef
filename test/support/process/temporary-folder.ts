import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenOrphaned } from './orphans.ts';
import type { SystemUser } from './run.ts';

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** A new folder each time, so that what a killed run left behind is in nobody's way. */
export async function temporaryFolder(label: string, owner?: SystemUser): Promise<TemporaryFolder> {
  /* An owner other than us may not be let into our own temporary folder; everybody is let into this one. */
  const path = await mkdtemp(join(owner ? '/tmp' : tmpdir(), `kendo-${label}-`));
  if (owner) await chown(path, owner.uid, owner.gid);
  const callOff = whenOrphaned('sleep 1; rm -rf "$1"', path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
      callOff();
    },
  };
}
