import type { Audience } from '../domain/audience.js';
import type { Occurrence } from '../domain/occurrence.js';
import type { Work } from './unit-of-work.js';

/** An event as it is put on record. */
export interface EventDraft {
  readonly name: string;
  readonly occurrence: Occurrence;
  readonly audience: Audience;
  /** The English inbox line for each reason: it stays as it was, whatever the code says later. */
  readonly messages: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly mails: boolean;
}

export interface Receipt {
  readonly id: number;
  /** The key was seen before: nothing was written, `id` is the first event's. */
  readonly duplicate: boolean;
}

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
  params: Readonly<Record<string, unknown>>;
  occurred_at: Date;
}

/** Writes one row, whatever the size of the audience. */
export async function recordEvent(work: Work, draft: EventDraft): Promise<Receipt> {
  const columns = toColumns(draft);
  const names = Object.keys(columns);
  const [inserted] = await work.rows<{ id: number }>(
    `INSERT INTO notification_events (tenant_id, ${names.join(', ')})
     VALUES ($1, ${names.map((_, index) => `$${index + 2}`).join(', ')})
     ON CONFLICT (tenant_id, key) DO NOTHING RETURNING id`,
    [work.scope.tenantId, ...Object.values(columns)],
  );
  if (inserted) return { id: inserted.id, duplicate: false };

  const [first] = await work.rows<{ id: number }>(
    'SELECT id FROM notification_events WHERE tenant_id = $1 AND key = $2',
    [work.scope.tenantId, draft.occurrence.key],
  );
  if (!first) throw new Error('An event was neither recorded nor found by its key.');
  return { id: first.id, duplicate: true };
}

export function occurrenceOf(row: OccurrenceRow): Occurrence {
  const { actor_name: name, app_name: app } = row;
  return {
    actor:
      name === null ? null : { id: row.actor_id, name, app: app ? { name: app, icon: row.app_icon } : null },
    subject: row.subject_type
      ? {
          type: row.subject_type,
          id: row.subject_id ?? '',
          title: row.subject_title ?? '',
          key: row.subject_key ?? undefined,
          url: row.subject_url ?? undefined,
        }
      : null,
    parent: row.parent_type
      ? { type: row.parent_type, id: row.parent_id ?? '', title: row.parent_title ?? '' }
      : null,
    root: row.root_type ? { type: row.root_type, id: row.root_id ?? '' } : null,
    projectId: row.project_id,
    params: row.params,
    occurredAt: row.occurred_at,
  };
}

function toColumns({ name, occurrence, audience, messages, body, mails }: EventDraft) {
  const { actor, subject, parent, root, gate } = occurrence;
  return {
    name,
    key: occurrence.key ?? null,
    actor_id: actor?.id ?? null,
    actor_name: actor?.name ?? null,
    app_name: actor?.app?.name ?? null,
    app_icon: actor?.app?.icon ?? null,
    subject_type: subject?.type ?? null,
    subject_id: subject?.id ?? null,
    subject_title: subject?.title ?? null,
    subject_key: subject?.key ?? null,
    subject_url: subject?.url ?? null,
    parent_type: parent?.type ?? null,
    parent_id: parent?.id ?? null,
    parent_title: parent?.title ?? null,
    root_type: root?.type ?? null,
    root_id: root?.id ?? null,
    project_id: occurrence.projectId ?? null,
    messages: JSON.stringify(messages),
    body,
    params: JSON.stringify(occurrence.params),
    important: occurrence.important ?? false,
    mails,
    gate_type: gate?.type ?? null,
    gate_id: gate?.id ?? null,
    named: JSON.stringify((audience.named ?? []).map(({ userId, reason }) => ({ user_id: userId, reason }))),
    watched_type: audience.watchersOf?.type ?? null,
    watched_id: audience.watchersOf?.id ?? null,
    occurred_at: occurrence.occurredAt ?? new Date(),
  };
}
