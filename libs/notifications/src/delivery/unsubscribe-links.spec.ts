import type { EntityManager, QueryRunner } from 'typeorm';
import { Work } from '../persistence/unit-of-work.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

const links = new UnsubscribeLinks();
const keys = new Map<number, Buffer>();

beforeEach(() => keys.clear());

/** A unit of work over the one table that the links use. */
function workOf(tenantId: number): Work {
  const query = async (sql: string, [tenant, secret]: [number, Buffer?]) => {
    if (sql.startsWith('INSERT') && secret && !keys.has(tenant)) keys.set(tenant, secret);
    const kept = keys.get(tenant);
    return { records: kept ? [{ secret: kept }] : [], affected: 1 };
  };
  return new Work({ tenantId }, {} as EntityManager, { query } as unknown as QueryRunner, []);
}

async function signatureOf(tenantId: number, userId: number): Promise<string> {
  const path = (await links.paths(workOf(tenantId)))(userId);
  expect(path).toMatch(new RegExp(`^/unsubscribe/${userId}/[\\w-]{43}$`));
  return path.split('/').at(-1) ?? '';
}

test('a signature proves itself, now and later', async () => {
  const signature = await signatureOf(1, 7);
  await expect(links.proves(workOf(1), 7, signature)).resolves.toBe(true);
  expect(await signatureOf(1, 7)).toBe(signature);
});

test('it proves nothing for another person or tenant', async () => {
  const signature = await signatureOf(1, 7);
  await signatureOf(2, 7);
  await expect(links.proves(workOf(1), 8, signature)).resolves.toBe(false);
  await expect(links.proves(workOf(2), 7, signature)).resolves.toBe(false);
});

test('a tenant that never sent a mail believes nobody', async () => {
  await expect(links.proves(workOf(3), 7, await signatureOf(1, 7))).resolves.toBe(false);
  expect(keys.has(3)).toBe(false);
});

test.each(['', 'x', 'x'.repeat(43), 'é', '../..'])(
  'a made-up signature proves nothing: %p',
  async (signature) => {
    await signatureOf(1, 7);
    await expect(links.proves(workOf(1), 7, signature)).resolves.toBe(false);
  },
);

test('a signature is believed in its own spelling only', async () => {
  const signature = await signatureOf(1, 7);
  for (const other of [`${signature}=`, `${signature}!`, signature.slice(0, -1)]) {
    await expect(links.proves(workOf(1), 7, other)).resolves.toBe(false);
  }
});
