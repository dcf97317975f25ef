import { handOver } from '../handoff.ts';
import { startServer } from '../kendo-process.ts';
import { freePort } from '../process/free-port.ts';
import { temporaryFolder } from '../process/temporary-folder.ts';
import { provideCurl } from '../services/curl.ts';
import { atTeardown } from '../teardown.ts';

/** Starts the product once on an empty folder, for the test files to copy what it made of it. */
export default async function setUp(): Promise<void> {
  await provideCurl();
  const folder = await temporaryFolder('seeded');
  atTeardown('embedded', () => folder.remove());
  const server = await startServer(await freePort(), { DATA_DIR: folder.path });
  await server.kill('SIGTERM');
  handOver('KENDO_TEST_DATA', folder.path);
}
