import type { Client } from 'pg';

/** Two tenants of 500,000 inbox rows each; in each, person 1 has 200,000 of them, and nobody else more than a few. */
export const TENANTS = [901, 902];
export const CROWDED_PERSON = 1;
export const PEOPLE = 30_000;
const CROWDED_ROWS = 200_000;
export const CROWDED_THREADS = 100_000;
const ROWS = 500_000;

/** Of every hundred rows: 90 are archived, 98 seen, 97 read; what the partial indexes hold is the rest. */
export async function fillWithAMillionRows(admin: Client): Promise<void> {
  for (const tenant of TENANTS) {
    const statements = [
      `INSERT INTO tenants (id, slug, name) VALUES ($1, 'tenant' || $1, 'Tenant')`,
      `INSERT INTO roles (tenant_id, id, name, permissions) VALUES ($1, $1, 'member', '{issues.read}')`,
      `INSERT INTO users (tenant_id, id, handle, first_name, last_name, email, role_id)
       SELECT $1, i, 'p' || i, 'P', 'Q', i || '@x.example', $1 FROM generate_series(1, ${PEOPLE}) i`,
      `INSERT INTO projects (tenant_id, id, name, prefix, owner_id) VALUES ($1, 7, 'Big', 'BIG', 1)`,
      `INSERT INTO project_members (tenant_id, project_id, user_id) SELECT $1, 7, i FROM generate_series(1, ${PEOPLE}) i`,
      `INSERT INTO issue_watchers (tenant_id, issue_id, project_id, user_id)
       SELECT $1, 42, 7, i FROM generate_series(1, ${PEOPLE}) i`,
      `INSERT INTO notification_events (tenant_id, id, name, actor_id, actor_name, messages, params, state, subject_type,
         subject_id, subject_title)
       SELECT $1, i, 'issue.commented', 2, 'P Q', '{"watching": "said"}', '{}',
         CASE WHEN i % 1000 = 99 THEN 2 ELSE 1 END, 'issue', i % ${CROWDED_THREADS}, 'T'
       FROM generate_series(1, ${CROWDED_ROWS}) i`,
      `INSERT INTO notification_threads (tenant_id, id, recipient_id, target_type, target_id, important, mention,
         last_event_id, last_action_at)
       SELECT $1, i, ${CROWDED_PERSON}, 'issue', i, false, false, ${CROWDED_ROWS - CROWDED_THREADS} + i,
         now() - (${CROWDED_THREADS} - i) * interval '1 minute' FROM generate_series(1, ${CROWDED_THREADS}) i`,
      `INSERT INTO notifications (tenant_id, id, event_id, recipient_id, thread_id, type, reason, project_id,
         archived_at, seen_at, read_at)
       SELECT $1, i, CASE WHEN i <= ${CROWDED_ROWS} THEN i ELSE i % 1000 + 1 END,
         CASE WHEN i <= ${CROWDED_ROWS} THEN ${CROWDED_PERSON} ELSE 2 + (i - ${CROWDED_ROWS}) / 1000 * 7 + i % 7 END,
         i % ${CROWDED_THREADS} + 1, 2, 'watching', 7,
         CASE WHEN i % 100 < 90 THEN now() END, CASE WHEN i % 100 < 98 THEN now() END, CASE WHEN i % 100 < 97 THEN now() END
       FROM generate_series(1, ${ROWS}) i ON CONFLICT DO NOTHING`,
      `INSERT INTO mail_deliveries (tenant_id, notification_id, event_id, recipient_id, thread_id, reason, state)
       SELECT $1, i, i, ${CROWDED_PERSON}, 1, 'watching',
         CASE WHEN i % 1000 = 99 THEN 3 WHEN i % 2 = 0 THEN 1 ELSE 0 END
       FROM generate_series(1, ${CROWDED_ROWS}) i`,
      `INSERT INTO channel_deliveries (tenant_id, notification_id, channel, event_id, recipient_id, thread_id, reason, state)
       SELECT $1, i, 'webhook', i, ${CROWDED_PERSON}, 1, 'watching', CASE WHEN i % 100 = 99 THEN 3 ELSE 1 END
       FROM generate_series(1, ${CROWDED_ROWS / 10}) i`,
      `INSERT INTO notification_heads (tenant_id, recipient_id, version) SELECT $1, i, 1 FROM generate_series(1, ${PEOPLE}) i`,
    ];
    for (const statement of statements) await admin.query(statement.replaceAll('$1', String(tenant)));
  }
  await admin.query(`SELECT setval('notification_event_ids', ${ROWS}), setval('notification_ids', ${ROWS}),
    setval('notification_thread_ids', ${ROWS})`);
  await admin.query('ANALYZE');
}
