import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TenantScope } from '../domain/tenant-scope.js';
import type { Work } from '../persistence/unit-of-work.js';

/** Answers the path, within the tenant's site, where a person turns their mail off. */
export type UnsubscribePath = (userId: number) => string;

/** Links that prove by a signature, under a key of the tenant's own, that their owner got them from us. */
@Injectable()
export class UnsubscribeLinks {
  /** Makes the tenant's key when it is needed for the first time. */
  async paths(work: Work): Promise<UnsubscribePath> {
    const { scope } = work;
    const key = (await keyOf(work)) ?? (await createKey(work));
    return (userId) => `/unsubscribe/${userId}/${signatureOf(key, scope, userId).toString('base64url')}`;
  }

  async proves(work: Work, userId: number, signature: string): Promise<boolean> {
    const key = await keyOf(work);
    const given = Buffer.from(signature, 'base64url');
    if (!key || given.toString('base64url') !== signature) return false;
    const right = signatureOf(key, work.scope, userId);
    return given.length === right.length && timingSafeEqual(given, right);
  }
}

async function keyOf(work: Work): Promise<Buffer | null> {
  const [row] = await work.rows<{ secret: Buffer }>(
    'SELECT secret FROM unsubscribe_keys WHERE tenant_id = $1',
    [work.scope.tenantId],
  );
  return row?.secret ?? null;
}

/** Two workers may need it at once: the first key stays. */
async function createKey(work: Work): Promise<Buffer> {
  await work.change(
    'INSERT INTO unsubscribe_keys (tenant_id, secret) VALUES ($1, $2) ON CONFLICT (tenant_id) DO NOTHING',
    [work.scope.tenantId, randomBytes(32)],
  );
  const key = await keyOf(work);
  if (!key) throw new Error('A tenant has no unsubscribe key, although it was just made.');
  return key;
}

function signatureOf(key: Buffer, { tenantId }: TenantScope, userId: number): Buffer {
  return createHmac('sha256', key).update(`unsubscribe:${tenantId}:${userId}`).digest();
}
