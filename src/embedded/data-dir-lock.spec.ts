import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirLock, holderOf } from './data-dir-lock.js';

const SOCKET = '/tmp/kendo-a/operator.sock';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'kendo-lock-')), 'data');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

it('makes the folder for this user alone', async () => {
  await DataDirLock.acquire(folder, SOCKET);

  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

it('refuses a second process, and lets it in after a release', async () => {
  const lock = await DataDirLock.acquire(folder, SOCKET);
  await expect(DataDirLock.acquire(folder, SOCKET)).rejects.toThrow(
    `The data folder ${folder} is in use by the process ${process.pid}.`,
  );

  await lock.release();
  await DataDirLock.acquire(folder, SOCKET);
  expect(await readdir(folder)).toEqual(['lock.1']);
});

it('tells who has the folder, and where to find them', async () => {
  expect(await holderOf(folder)).toBeUndefined();

  const lock = await DataDirLock.acquire(folder, SOCKET);
  expect(await holderOf(folder)).toMatchObject({ pid: process.pid, operatorSocket: SOCKET });

  await lock.release();
  expect(await holderOf(folder)).toBeUndefined();
});

it('takes over what a process left that is gone', async () => {
  const gone = spawn('true');
  await once(gone, 'close');
  await leaveLock(JSON.stringify({ pid: gone.pid }));

  await DataDirLock.acquire(folder, SOCKET);
  expect(await readdir(folder)).toEqual(['lock.2']);
  expect(JSON.parse(await readFile(join(folder, 'lock.2'), 'utf8'))).toMatchObject({ pid: process.pid });
});

/* A container is started again and its only process has pid 1 again; here: our own pid, started another time. */
const whereStartTimesAreTold = process.platform === 'linux' ? it : it.skip;
whereStartTimesAreTold('takes over what an earlier process with the same pid left', async () => {
  await leaveLock(JSON.stringify({ pid: process.pid, started: 'another boot/1' }));

  await expect(DataDirLock.acquire(folder, SOCKET)).resolves.toBeDefined();
});

it('takes over what is no lock', async () => {
  await leaveLock('');

  await expect(DataDirLock.acquire(folder, SOCKET)).resolves.toBeDefined();
});

it('lets one of many in', async () => {
  await leaveLock('');
  const attempts = await Promise.allSettled(
    Array.from({ length: 20 }, () => DataDirLock.acquire(folder, SOCKET)),
  );

  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

async function leaveLock(content: string): Promise<void> {
  await (await DataDirLock.acquire(folder, SOCKET)).release();
  await writeFile(join(folder, 'lock.1'), content);
}
