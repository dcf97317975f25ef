import { mkdir } from 'node:fs/promises';
import { StartRefused } from '../lifecycle/start-refused.error.js';

/** Made for this user alone, since tokens and mail are kept in it; one that is there keeps its mode. */
export async function createDataDir(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartRefused(
      `DATA_DIR cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
