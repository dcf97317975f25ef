import type { HostRelations } from '../persistence/host-relations.js';

/**
 * Takes due deliveries of all channels by moving their due time past the lease, as `mail-deliveries.sql.ts` does.
 * The array of ids is there for the planner, which would else read the whole table.
 * Parameters: $1 tenant, $2 how many, $3 the lease in seconds.
 */
export function claimStatement(host: HostRelations): string {
  return `
WITH due AS MATERIALIZED (
  SELECT notification_id, channel FROM channel_deliveries
  WHERE tenant_id = $1 AND state = 0 AND due_at <= now()
  ORDER BY due_at, notification_id, channel LIMIT $2 FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE channel_deliveries SET due_at = now() + make_interval(secs => $3)
  WHERE tenant_id = $1 AND notification_id = ANY (ARRAY(SELECT notification_id FROM due))
    AND (notification_id, channel) IN (SELECT notification_id, channel FROM due)
  RETURNING notification_id, channel, event_id, recipient_id, thread_id, reason, attempts, due_at
)
SELECT c.due_at::text AS lease, c.notification_id, c.channel, c.event_id, c.thread_id, c.reason, c.attempts,
  n.id IS NOT NULL AS has_row,
  p.id AS person_id, concat_ws(' ', p.first_name, p.last_name) AS name, p.email, p.locale
FROM claimed c
LEFT JOIN notifications n ON n.tenant_id = $1 AND n.id = c.notification_id AND n.recipient_id = c.recipient_id
LEFT JOIN ${host.people} p ON p.tenant_id = $1 AND p.id = c.recipient_id
ORDER BY c.notification_id`;
}
