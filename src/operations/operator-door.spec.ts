import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { OperationRefused } from './operation-refused.error.js';
import { Operations } from './operations.js';
import { openOperatorDoor, type OperatorDoor } from './operator-door.js';
import { RemoteOperations } from './remote-operations.js';

let folder: string;
let door: OperatorDoor;
let error: jest.SpyInstance;

type Script = (input: object) => object | Promise<object>;

class Scripted extends Operations {
  constructor(private readonly script: Script) {
    super();
  }

  async run(_: string, input: object): Promise<object> {
    return this.script(input);
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kendo-door-'));
  error = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await door.close();
  await rm(folder, { recursive: true });
});

async function through(script: Script, patienceMs?: number): Promise<RemoteOperations> {
  const path = join(folder, 'operator.sock');
  door = await openOperatorDoor(new Scripted(script), path);
  return new RemoteOperations(path, patienceMs);
}

it('takes an input in, and an answer out', async () => {
  const operations = await through((input) => [{ input, at: null }]);

  expect(await operations.run('users.list', { tenant: 'æ' })).toEqual([{ input: { tenant: 'æ' }, at: null }]);
});

it('tells a refusal as it is', async () => {
  const operations = await through(() => {
    throw new OperationRefused('There is no user bob.');
  });

  await expect(operations.run('users.list', {})).rejects.toThrow(
    new OperationRefused('There is no user bob.'),
  );
  expect(error).not.toHaveBeenCalled();
});

it('keeps a fault for the log', async () => {
  const operations = await through(() => {
    throw new Error('relation "users" does not exist');
  });

  await expect(operations.run('users.list', {})).rejects.toThrow(
    new OperationRefused('The server failed at this; its log says why.'),
  );
  expect(error).toHaveBeenCalledTimes(1);
});

it('refuses what is too large to be meant', async () => {
  const operations = await through((input) => input);

  await expect(operations.run('users.list', { name: 'x'.repeat(2 ** 20) })).rejects.toThrow(OperationRefused);
  expect(error).not.toHaveBeenCalled();
});

it('says so when nobody is there any more', async () => {
  const operations = await through((input) => input);
  await door.close();

  await expect(operations.run('users.list', {})).rejects.toThrow(
    'The server stopped meanwhile, and may or may not have done this.',
  );
});

it('says so when nobody answers', async () => {
  const operations = await through(() => new Promise(() => undefined), 50);

  await expect(operations.run('users.list', {})).rejects.toThrow(
    'The server does not answer within 0.05 s, and may or may not have done this.',
  );
});
