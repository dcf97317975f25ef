import { laravelTime } from '@kendo/notifications/native';
import { z } from 'zod';
import { id } from '../input/id.js';
import type { AuditEntry } from './audit-entry.entity.js';

const snapshot = z.record(z.string(), z.unknown()).nullable();

export const auditEntryOutput = z.object({
  id,
  action: z.string().describe('What was done to what, such as user.changed'),
  subject: z.object({ type: z.string(), id }),
  actor_id: id.nullable().describe('The person who did it; null for an operator'),
  token_id: id.nullable(),
  operator: z.string().nullable(),
  before: snapshot.describe('The fields that were changed, as they were; null for what was made'),
  after: snapshot.describe('The same, as they became; null for what was deleted'),
  at: z.iso.datetime(),
});

export function presentAuditEntry(entry: AuditEntry): z.infer<typeof auditEntryOutput> {
  return {
    id: entry.id,
    action: entry.action,
    subject: { type: entry.subjectType, id: entry.subjectId },
    actor_id: entry.actorId,
    token_id: entry.tokenId,
    operator: entry.operator,
    before: entry.before,
    after: entry.after,
    at: laravelTime(entry.at),
  };
}
