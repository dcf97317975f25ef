import type { Client } from 'pg';
import { eventually } from '../eventually.ts';

/** What there must be none of, each counted by a statement of its own over the whole database. */
const NONE_OF = {
  waiting: 'SELECT FROM notification_events WHERE state = 0',
  dead: 'SELECT FROM notification_events WHERE state = 2',
  'blamed for a failure': 'SELECT FROM notification_events WHERE attempts > 0 OR error IS NOT NULL',
  'comments without an event': `SELECT FROM comments c WHERE NOT EXISTS (SELECT FROM notification_events e
    WHERE e.tenant_id = c.tenant_id AND e.name = 'issue.commented' AND (e.params ->> 'comment_id')::bigint = c.id)`,
  'comments told twice': `SELECT FROM notification_events WHERE name = 'issue.commented'
    GROUP BY tenant_id, params -> 'comment_id' HAVING count(*) > 1`,
  'events of no comment': `SELECT FROM notification_events e WHERE e.name = 'issue.commented' AND NOT EXISTS (
    SELECT FROM comments c WHERE c.tenant_id = e.tenant_id AND c.id = (e.params ->> 'comment_id')::bigint)`,
  'lost rows': `SELECT e.tenant_id, e.id, w.user_id FROM notification_events e
    JOIN issue_watchers w ON w.tenant_id = e.tenant_id AND w.issue_id = e.watched_id
    WHERE e.state = 1 AND e.watched_type = 'issue' AND w.created_at <= e.recorded_at AND w.user_id <> e.actor_id
    EXCEPT SELECT tenant_id, event_id, recipient_id FROM notifications`,
  'doubled rows': `SELECT FROM notifications GROUP BY tenant_id, event_id, recipient_id HAVING count(*) > 1`,
  'wrong threads': `SELECT FROM notifications n LEFT JOIN notification_threads t
      ON t.tenant_id = n.tenant_id AND t.id = n.thread_id AND t.recipient_id = n.recipient_id
    GROUP BY n.tenant_id, n.thread_id HAVING max(t.last_event_id) IS DISTINCT FROM max(n.event_id)`,
  'threads without rows': `SELECT FROM notification_threads t WHERE NOT EXISTS (
    SELECT FROM notifications n WHERE n.tenant_id = t.tenant_id AND n.thread_id = t.id)`,
  'wrong heads': `SELECT FROM (
      SELECT tenant_id, recipient_id, count(*) AS version FROM notifications GROUP BY tenant_id, recipient_id) n
    FULL JOIN notification_heads h USING (tenant_id, recipient_id) WHERE h.version IS DISTINCT FROM n.version`,
  'wrong deliveries': `SELECT FROM (SELECT * FROM notifications WHERE mail_skipped IS NULL) n
    FULL JOIN mail_deliveries d ON d.tenant_id = n.tenant_id AND d.notification_id = n.id
    WHERE n.id IS NULL OR d.notification_id IS NULL`,
};

type Audit = Readonly<Record<keyof typeof NONE_OF, number>>;

/** Of a database in which nobody has changed an inbox, a watch or a role since the first event. */
export async function audit(admin: Client): Promise<Audit> {
  const counts = Object.entries(NONE_OF).map(
    ([name, statement]) => `(SELECT count(*)::int FROM (${statement}) AS found) AS "${name}"`,
  );
  const { rows } = await admin.query<Audit>(`SELECT ${counts.join(', ')}`);
  return rows[0] as Audit;
}

export const SOUND = Object.fromEntries(Object.keys(NONE_OF).map((name) => [name, 0])) as Audit;

/** How many events wait for their fan-out, or for the rest of it. */
export async function waiting(admin: Client): Promise<number> {
  const { rows } = await admin.query(NONE_OF.waiting);
  return rows.length;
}

export async function settled(admin: Client, within = 15_000): Promise<void> {
  await eventually(async () => expect(await waiting(admin)).toBe(0), { within });
}
