/**
 * The threads of `source`, made where there are none; what is important stays so. The source has `recipient_id,
 * target_type, target_id, important, mention, event_id, occurred_at`; $1 is the tenant. Written in recipient order: two
 * that write the same threads never deadlock.
 */
export function upsertThreads(source: string): string {
  return `
  INSERT INTO notification_threads AS t
    (tenant_id, recipient_id, target_type, target_id, important, mention, last_event_id, last_action_at)
  SELECT $1, recipient_id, target_type, target_id, bool_or(important), bool_or(mention), max(event_id), max(occurred_at)
  FROM ${source} GROUP BY recipient_id, target_type, target_id ORDER BY recipient_id, target_type, target_id
  ON CONFLICT (tenant_id, recipient_id, target_type, target_id) DO UPDATE SET
    important = t.important OR excluded.important,
    mention = t.mention OR excluded.mention,
    last_event_id = greatest(t.last_event_id, excluded.last_event_id),
    last_action_at = greatest(t.last_action_at, excluded.last_action_at)
  RETURNING t.id, t.recipient_id, t.target_type, t.target_id`;
}
