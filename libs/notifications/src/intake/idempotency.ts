import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ConflictError, InvalidInputError } from '../domain/errors.js';
import type { Work } from '../persistence/unit-of-work.js';

const HEADER = 'Idempotency-Key';
const MAX_KEY = 255;
/** How long an answer is kept for a repetition: the promise is 24 hours. */
const KEPT = '48 hours';

/** Answers a repeated request as the first time. The answer is on record in the transaction of what was done. */
@Injectable()
export class Idempotency {
  async once<Answer>(
    work: Work,
    request: { tokenId: number; key: string; body: unknown },
    act: () => Promise<Answer>,
  ): Promise<Answer> {
    if (request.key.length === 0 || request.key.length > MAX_KEY) {
      throw new InvalidInputError({ [HEADER]: [`The ${HEADER} must have 1 to ${MAX_KEY} characters.`] });
    }
    const hash = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('base64');
    const owner = [work.scope.tenantId, request.tokenId, request.key] as const;

    await lock(work, owner);
    const [first] = await work.rows<{ request_hash: string; answer: Answer }>(
      `SELECT request_hash, answer FROM idempotency_keys WHERE tenant_id = $1 AND token_id = $2 AND key = $3`,
      owner,
    );
    if (first && first.request_hash !== hash) {
      throw new InvalidInputError({ [HEADER]: [`This ${HEADER} was used with another body.`] });
    }
    if (first) return first.answer;

    const answer = await act();
    await remember(work, owner, hash, answer);
    return answer;
  }
}

/** Held until the transaction ends, however it ends. */
async function lock(work: Work, owner: readonly unknown[]): Promise<void> {
  const [row] = await work.rows<{ locked: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked',
    [JSON.stringify(owner)],
  );
  if (!row?.locked) throw new ConflictError();
}

async function remember(work: Work, owner: readonly unknown[], hash: string, answer: unknown): Promise<void> {
  await work.change(
    `DELETE FROM idempotency_keys WHERE tenant_id = $1 AND created_at < now() - interval '${KEPT}'`,
    [work.scope.tenantId],
  );
  await work.change(
    `INSERT INTO idempotency_keys (tenant_id, token_id, key, request_hash, answer) VALUES ($1, $2, $3, $4, $5)`,
    [...owner, hash, JSON.stringify(answer)],
  );
}
