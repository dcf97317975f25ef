import type { Client } from 'pg';

/** So many events that each mail everybody in a tenant, as they stand after their fan-out; by one statement. */
export async function flood(admin: Client, tenant: number, events: number): Promise<void> {
  await admin.query(
    `WITH events AS (
       INSERT INTO notification_events (tenant_id, name, messages, params, state)
       SELECT $1, 'direct', '{"direct": "One of many"}', '{"recipients": [], "message": "One of many"}', 1
       FROM generate_series(1, $2) RETURNING id
     ), threads AS (
       INSERT INTO notification_threads
         (tenant_id, recipient_id, target_type, target_id, important, mention, last_event_id, last_action_at)
       SELECT $1, id, 'event', 'flood', false, false, 0, now() FROM users WHERE tenant_id = $1
       RETURNING id, recipient_id
     ), inbox AS (
       INSERT INTO notifications (tenant_id, event_id, recipient_id, thread_id, type, reason)
       SELECT $1, e.id, t.recipient_id, t.id, 8, 'direct' FROM events e CROSS JOIN threads t
       RETURNING id, event_id, recipient_id, thread_id, reason
     )
     INSERT INTO mail_deliveries (tenant_id, notification_id, event_id, recipient_id, thread_id, reason)
     SELECT $1, id, event_id, recipient_id, thread_id, reason FROM inbox`,
    [tenant, events],
  );
}
