import { run } from '../process/run.ts';
import { installPackage } from './debian-packages.ts';

/** README's tour is typed with curl. */
export async function provideCurl(): Promise<void> {
  try {
    await run('curl', ['--version']);
  } catch {
    await installPackage('curl', "the curl of README's tour").catch((error: Error) => {
      throw new Error(`Install curl: the tests type README's tour with it, and ${error.message}.`);
    });
  }
}
