import type { Occurrence, Params } from '../domain/occurrence.js';
import { plainId } from '../domain/subject.js';

/** The columns from which an occurrence is read back; they need the table's alias `e`. */
export const OCCURRENCE_COLUMNS = `e.actor_id, e.actor_name, e.app_name, e.app_icon, e.subject_type, e.subject_id,
  e.subject_title, e.subject_key, e.subject_url, e.parent_type, e.parent_id, e.parent_title, e.root_type, e.root_id,
  e.project_id, e.params, e.occurred_at`;

export interface OccurrenceRow {
  actor_id: number | null;
  actor_name: string | null;
  app_name: string | null;
  app_icon: string | null;
  subject_type: string | null;
  subject_id: string | null;
  subject_title: string | null;
  subject_key: string | null;
  subject_url: string | null;
  parent_type: string | null;
  parent_id: string | null;
  parent_title: string | null;
  root_type: string | null;
  root_id: string | null;
  project_id: number | null;
  params: Params;
  occurred_at: Date;
}

export function occurrenceOf(row: OccurrenceRow): Occurrence {
  const { actor_name: name, app_name: app } = row;
  return {
    actor:
      name === null ? null : { id: row.actor_id, name, app: app ? { name: app, icon: row.app_icon } : null },
    subject: row.subject_type
      ? {
          type: row.subject_type,
          id: plainId(row.subject_id ?? ''),
          title: row.subject_title ?? '',
          key: row.subject_key ?? undefined,
          url: row.subject_url ?? undefined,
        }
      : null,
    parent: row.parent_type
      ? { type: row.parent_type, id: plainId(row.parent_id ?? ''), title: row.parent_title ?? '' }
      : null,
    root: row.root_type ? { type: row.root_type, id: plainId(row.root_id ?? '') } : null,
    projectId: row.project_id,
    params: row.params,
    occurredAt: row.occurred_at,
  };
}
