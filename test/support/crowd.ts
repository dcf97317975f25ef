import type { Client } from 'pg';
import type { Issue } from './scene.ts';

/**
 * So many new members of an issue's project who watch it, made by the database in one statement. Answers their ids
 * in ascending order, which is the order in which a fan-out reaches them.
 */
export async function crowdWatches(
  admin: Client,
  issue: Issue,
  size: number,
  handle = 'crowd',
): Promise<number[]> {
  const { rows } = await admin.query<{ user_id: string }>(
    `WITH place AS (SELECT tenant_id, project_id, id AS issue_id FROM issues WHERE id = $1),
     crowd AS (
       INSERT INTO users (tenant_id, handle, first_name, last_name, email, role_id)
       SELECT r.tenant_id, $3 || n, 'Member', n::text, $3 || n || '@crowd.example', r.id
       FROM roles r JOIN place USING (tenant_id), generate_series(1, $2) AS n WHERE r.name = 'member' ORDER BY n
       RETURNING tenant_id, id
     ), members AS (
       INSERT INTO project_members (tenant_id, project_id, user_id)
       SELECT tenant_id, project_id, id FROM crowd JOIN place USING (tenant_id)
     )
     INSERT INTO issue_watchers (tenant_id, issue_id, project_id, user_id)
     SELECT tenant_id, issue_id, project_id, id FROM crowd JOIN place USING (tenant_id) RETURNING user_id`,
    [issue.id, size, handle],
  );
  await admin.query('ANALYZE users, project_members, issue_watchers');
  return rows.map((row) => Number(row.user_id)).sort((one, other) => one - other);
}
