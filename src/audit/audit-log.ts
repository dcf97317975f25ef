import { isDeepStrictEqual } from 'node:util';
import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type Author, Operator } from '../accounts/author.js';
import { type Page, readPage } from '../input/page.js';
import { AuditEntry, type Snapshot } from './audit-entry.entity.js';

/** What was done to what, such as `user.changed`. */
export type Action = `${'user' | 'role' | 'token' | 'team' | 'project' | 'tenant'}.${string}`;

/** What it was and what it is: one of them is missing for what was made or deleted. */
export interface Change {
  readonly before?: Snapshot;
  readonly after?: Snapshot;
}

/** Who changed what, on record in the transaction that changes it. The server may add to it, and nothing else. */
@Injectable()
export class AuditLog {
  /** `id` is of what the action names. Of what stays, the fields that differ are kept; nothing where none does. */
  async record(work: Work, by: Author, action: Action, id: number, { before, after }: Change): Promise<void> {
    const changed = before && after ? Object.keys(after).filter((key) => differs(before, after, key)) : null;
    if (changed?.length === 0) return;
    const json = (snapshot: Snapshot | undefined) => snapshot && JSON.stringify(pick(snapshot, changed));
    const [subjectType] = action.split('.');
    await work.change(
      `INSERT INTO audit_entries
         (tenant_id, actor_id, token_id, operator, action, subject_type, subject_id, before, after)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [work.scope.tenantId, ...authorOf(by), action, subjectType, id, json(before), json(after)],
    );
  }

  list(work: Work, page: Page): Promise<AuditEntry[]> {
    const { tenantId } = work.scope;
    return readPage(
      work.manager.createQueryBuilder(AuditEntry, 'entry').where({ tenantId }),
      'entry.id',
      page,
    );
  }
}

function authorOf(by: Author): [actorId: number | null, tokenId: number | null, operator: string | null] {
  return by instanceof Operator ? [null, null, by.name] : [by.userId, by.tokenId, null];
}

function differs(before: Snapshot, after: Snapshot, key: string): boolean {
  return !isDeepStrictEqual(before[key], after[key]);
}

function pick(snapshot: Snapshot, keys: readonly string[] | null): Snapshot {
  return keys ? Object.fromEntries(keys.map((key) => [key, snapshot[key]])) : snapshot;
}
