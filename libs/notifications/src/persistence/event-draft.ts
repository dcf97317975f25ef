import type { Audience } from '../domain/audience.js';
import type { Occurrence } from '../domain/occurrence.js';
import type { Subject } from '../domain/subject.js';

/** An event as it is put on record. */
export interface EventDraft {
  readonly name: string;
  readonly occurrence: Occurrence;
  readonly audience: Audience;
  /** The English inbox line for each reason: it stays as it was, whatever the code says later. */
  readonly messages: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly mails: boolean;
  /** Beside inbox and mail. */
  readonly channels: readonly string[];
}

/** What each column of a draft is; everything else of the row has its default. */
export const DRAFT_COLUMNS = {
  name: 'text',
  key: 'text',
  actor_id: 'bigint',
  actor_name: 'text',
  app_name: 'text',
  app_icon: 'text',
  subject_type: 'text',
  subject_id: 'text',
  subject_title: 'text',
  subject_key: 'text',
  subject_url: 'text',
  parent_type: 'text',
  parent_id: 'text',
  parent_title: 'text',
  root_type: 'text',
  root_id: 'text',
  project_id: 'bigint',
  messages: 'jsonb',
  body: 'text',
  params: 'jsonb',
  important: 'boolean',
  mails: 'boolean',
  channels: 'jsonb',
  gate_type: 'text',
  gate_id: 'bigint',
  named: 'jsonb',
  watched_type: 'text',
  watched_id: 'bigint',
  occurred_at: 'timestamptz',
} as const;

/** What an event is about, and in what that is. */
export function subjectColumns(subject: Subject | null, parent: Subject | null) {
  return {
    subject_type: subject?.type ?? null,
    subject_id: subject?.id ?? null,
    subject_title: subject?.title ?? null,
    subject_key: subject?.key ?? null,
    subject_url: subject?.url ?? null,
    parent_type: parent?.type ?? null,
    parent_id: parent?.id ?? null,
    parent_title: parent?.title ?? null,
  };
}

export function toColumns(draft: EventDraft): Record<keyof typeof DRAFT_COLUMNS, unknown> {
  const { name, occurrence, audience, messages, body, mails, channels } = draft;
  const { actor, subject, parent, root, gate } = occurrence;
  return {
    name,
    key: occurrence.key ?? null,
    actor_id: actor?.id ?? null,
    actor_name: actor?.name ?? null,
    app_name: actor?.app?.name ?? null,
    app_icon: actor?.app?.icon ?? null,
    ...subjectColumns(subject, parent ?? null),
    root_type: root?.type ?? null,
    root_id: root?.id ?? null,
    project_id: occurrence.projectId ?? null,
    messages,
    body,
    params: occurrence.params,
    important: occurrence.important ?? false,
    mails,
    channels,
    gate_type: gate?.type ?? null,
    gate_id: gate?.id ?? null,
    named: (audience.named ?? []).map(({ userId, reason }) => ({ user_id: userId, reason })),
    watched_type: audience.watchersOf?.type ?? null,
    watched_id: audience.watchersOf?.id ?? null,
    occurred_at: occurrence.occurredAt ?? new Date(),
  };
}
