import { readFileSync } from 'node:fs';

/** One example of the seed, verbatim: what it is called there, the request, and the answer. */
export interface Example {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly answer: Document;
}

export interface Document {
  readonly data: Resource | readonly Resource[];
  readonly links?: Readonly<Record<string, string>>;
  readonly meta: Readonly<Record<string, number>>;
}

export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly relationships: Readonly<Record<string, unknown>>;
}

/** The headers of every request, and of every answer. */
export const HEADERS = {
  accept:
    'text/xml,application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,image/png,*/*;q=0.5',
  'content-type': 'application/vnd.api+json',
};
export const ANSWERED_TYPE = 'application/vnd.api+json; charset=utf-8';

const SAMPLES = new URL('./seed-003.json', import.meta.url);
export const EXAMPLES = JSON.parse(readFileSync(SAMPLES, 'utf8')) as readonly Example[];

export type Happening = 'task' | 'todo' | 'mention' | 'dismiss';

/** What has happened before, where it is more than that a task was created. */
export const GIVEN: Readonly<Record<string, readonly Happening[]>> = {
  'returns notifications': [],
  'undismisses notification when dismissed': ['mention', 'task', 'dismiss'],
  'returns notifications when filtering by date_before': ['task', 'todo'],
  'returns notifications when filtering by date_after': ['task', 'todo'],
  'returns notifications when filtering by type': ['task', 'todo'],
  'on todo returns notifications (of a project)': ['todo'],
  'on task returns notifications (of a project and a type)': ['task', 'todo'],
  'on todo returns notifications (of a type)': ['task', 'todo'],
};

/** Where ours is other than the sample: what is dismissed or read is not new (docs/dialects/productive.md). */
const NOTHING_NEW = { new_activities_count: 0, first_unread_activity_id: null };
export const DEVIATIONS: Readonly<Record<string, object>> = {
  'dismissed notification': NOTHING_NEW,
  'marks notification as read when not read': NOTHING_NEW,
};
