import { ProjectMemberAdded, TeamMemberAdded, type Work } from '@kendo/notifications';

interface Left {
  /** Subjects such as `issue 42`. */
  readonly archived: readonly string[];
  readonly unread: readonly string[];
}

/** Dates what a story made by the events that tell of it, and leaves the inboxes as people leave them. */
export async function letAge(work: Work, left: Left): Promise<void> {
  const { tenantId } = work.scope;
  for (const statement of DATES) await work.change(statement, [tenantId]);
  await work.change(STATES, [tenantId, left.archived, left.unread]);
}

/** Who is there, and what they work with: since the day before the story. */
const FIRST = ['users', 'projects', 'project_members', 'teams', 'team_members'];

const DATES = [
  ...FIRST.map(
    (table) => `UPDATE ${table} SET created_at =
      (SELECT min(occurred_at) - interval '1 day' FROM notification_events WHERE tenant_id = $1)
    WHERE tenant_id = $1`,
  ),
  membersSince('project', ProjectMemberAdded.eventName),
  membersSince('team', TeamMemberAdded.eventName),
  `UPDATE comments c SET created_at = e.occurred_at FROM notification_events e
   WHERE c.tenant_id = $1 AND e.tenant_id = $1 AND (e.params ->> 'comment_id')::bigint = c.id`,
  `UPDATE reports r SET created_at = e.occurred_at FROM notification_events e
   WHERE r.tenant_id = $1 AND e.tenant_id = $1 AND e.subject_type = 'report' AND e.subject_id = r.id::text`,
  `UPDATE issues i SET created_at = e.first - interval '1 hour', updated_at = e.last
   FROM (SELECT subject_id, min(occurred_at) AS first, max(occurred_at) AS last FROM notification_events
         WHERE tenant_id = $1 AND subject_type = 'issue' GROUP BY subject_id) e
   WHERE i.tenant_id = $1 AND e.subject_id = i.id::text`,
];

function membersSince(what: 'project' | 'team', joined: string): string {
  return `UPDATE ${what}_members m SET created_at = e.occurred_at FROM notification_events e
   WHERE m.tenant_id = $1 AND e.tenant_id = $1 AND e.name = '${joined}'
     AND e.subject_id = m.${what}_id::text AND (e.params ->> 'user_id')::bigint = m.user_id`;
}

/** What is older than a day has been seen, older than three read; what was done away is so since five days. */
const STATES = `
UPDATE notifications n SET
  created_at = e.occurred_at,
  seen_at = CASE WHEN e.occurred_at < now() - interval '1 day' THEN e.occurred_at + interval '40 minutes' END,
  read_at = CASE WHEN e.occurred_at < now() - interval '3 days' AND e.subject <> ALL ($3::text[])
    THEN e.occurred_at + interval '2 hours' END,
  archived_at = CASE WHEN e.subject = ANY ($2::text[]) THEN now() - interval '5 days' END
FROM (SELECT id, occurred_at, coalesce(subject_type || ' ' || subject_id, '') AS subject
      FROM notification_events WHERE tenant_id = $1) e
WHERE n.tenant_id = $1 AND n.event_id = e.id`;
