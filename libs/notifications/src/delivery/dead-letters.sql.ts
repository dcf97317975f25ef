import type { HostRelations } from '../persistence/host-relations.js';

/** A table of deliveries; `channel` is by which channel a row `d` of it goes. */
export interface DeliveryTable {
  readonly kind: 'mail' | 'channels';
  readonly table: string;
  readonly channel: string;
}

/** Beside each inbox row one delivery at most by each channel: the two together tell deliveries apart. */
export const DELIVERY_TABLES: readonly DeliveryTable[] = [
  { kind: 'mail', table: 'mail_deliveries', channel: `'mail'::text` },
  { kind: 'channels', table: 'channel_deliveries', channel: 'd.channel' },
];

/** Of all channels, newest first. Parameters: $1 tenant, $2 and $3 below which row and channel, $4 how many. */
export function listStatement(host: HostRelations): string {
  return `
WITH dead AS (${DELIVERY_TABLES.map(newestOf).join(' UNION ALL ')})
SELECT d.channel, d.notification_id, e.name AS event_name, d.recipient_id, p.email, d.attempts,
  d.closed_because AS reason, d.last_answer, d.created_at
FROM dead d
LEFT JOIN notification_events e ON e.tenant_id = $1 AND e.id = d.event_id
LEFT JOIN ${host.people} p ON p.tenant_id = $1 AND p.id = d.recipient_id
ORDER BY d.notification_id DESC, d.channel DESC LIMIT $4`;
}

function newestOf({ table, channel }: DeliveryTable): string {
  return `(
  SELECT ${channel} AS channel, d.notification_id, d.event_id, d.recipient_id, d.attempts, d.closed_because,
    d.last_answer, d.created_at
  FROM ${table} d
  WHERE d.tenant_id = $1 AND d.state = 3 AND (d.notification_id, ${channel}) < ($2::bigint, $3::text)
  ORDER BY d.notification_id DESC, ${channel} DESC LIMIT $4)`;
}

/**
 * Makes dead letters due as if never tried, and answers which they were; the others are left alone. Locks in the order
 * of their keys. Parameters: $1 tenant, $2 their rows, $3 the channel of each.
 */
export function resendStatement({ table, channel }: DeliveryTable): string {
  return `
WITH dead AS MATERIALIZED (
  SELECT d.notification_id, ${channel} AS channel FROM ${table} d
  WHERE d.tenant_id = $1 AND d.state = 3 AND d.notification_id = ANY ($2::bigint[])
    AND (d.notification_id, ${channel}) IN (SELECT * FROM unnest($2::bigint[], $3::text[]))
  ORDER BY d.notification_id, ${channel} FOR UPDATE
)
UPDATE ${table} d
SET state = 0, attempts = 0, due_at = clock_timestamp(), closed_because = NULL, finished_at = NULL
WHERE d.tenant_id = $1 AND d.notification_id = ANY (ARRAY(SELECT notification_id FROM dead))
  AND (d.notification_id, ${channel}) IN (SELECT notification_id, channel FROM dead)
RETURNING ${channel} AS channel, d.notification_id AS "notificationId"`;
}
