import type { ApiExample } from '../../../src/http/api-examples.ts';
import type { Answer, Client } from '../http-client.ts';
import { steady } from './steady.ts';

interface Details {
  /** What stands in the braces of the operation's path. */
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

/** Makes calls, and keeps each as an example of its operation. */
export class Recorder {
  readonly examples: Record<string, ApiExample> = {};

  /** Answers the body; fails unless the status is the one expected, 200 if none is named. */
  async call<Body = unknown>(client: Client, name: string, details: Details = {}): Promise<Body> {
    const [method = '', template = ''] = name.split(' ');
    const values = details.path ?? {};
    const bare = template.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
    const path = bare + (details.query ? `?${details.query}` : '');
    const answer = await client.send<Body>(method, path, details.body, details.headers);
    expect([name, answer.status, answer.body]).toEqual([name, details.status ?? 200, answer.body]);
    this.examples[name] = exampleOf(path, details.body, answer);
    return answer.body;
  }
}

function exampleOf(path: string, body: unknown, { status, headers, body: answer }: Answer): ApiExample {
  const isJson = headers['content-type']?.includes('json') ?? false;
  return steady({ path, ...(body === undefined ? {} : { body }), status, ...(isJson ? { answer } : {}) });
}
