import type { Work } from '../persistence/unit-of-work.js';

/** Of everybody whose inbox was changed, once each. In the order of people, as a fan-out does. */
export async function bumpHeads(work: Work, changed: Iterable<number>): Promise<void> {
  const people = [...new Set(changed)];
  if (people.length === 0) return;
  await work.change(
    `INSERT INTO notification_heads AS h (tenant_id, recipient_id, version)
     SELECT $1, recipient_id, 1 FROM unnest($2::bigint[]) AS changed(recipient_id) ORDER BY recipient_id
     ON CONFLICT (tenant_id, recipient_id) DO UPDATE SET version = h.version + 1`,
    [work.scope.tenantId, people],
  );
}
