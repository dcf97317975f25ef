import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One request to the real server, and what it answered. */
export interface Recorded {
  readonly n: number;
  readonly group: string;
  readonly name: string;
  readonly who: 'admin' | 'alice' | 'bob' | 'carol' | 'dave' | 'anon' | 'bad';
  readonly request: RecordedRequest;
  readonly response: RecordedAnswer;
}

interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RecordedAnswer {
  readonly status: number;
  readonly body: unknown;
}

const FILE = fileURLToPath(new URL('recorded.jsonl', import.meta.url));
const [first = '', ...lines] = readFileSync(FILE, 'utf8').trim().split('\n');

/** The uuids of the people in it, by their names. */
export const RECORDED_USERS = (JSON.parse(first) as { meta: { users: Readonly<Record<string, string>> } })
  .meta.users;

/** Requests to Directus 12.4.1 on PostgreSQL 15 and its answers, in order: a part of a longer recording. */
export const RECORDED = lines.map((line) => JSON.parse(line) as Recorded);
