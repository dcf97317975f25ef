import type { Client } from 'pg';
import { userOf } from '../../support/demo.ts';
import type { Kendo } from '../../support/kendo.ts';
import { RECORDED_USERS, type Recorded, type RecordedAnswer } from './recorded.ts';

/** Who of acme's plays whom. */
const CAST: Readonly<Record<string, string>> = { admin: 'alice', alice: 'carol', bob: 'bob', dave: 'dave' };

/** Sends recorded requests to our server, addresses and tokens replaced by those of our people. */
export class Replay {
  constructor(private readonly kendo: Kendo) {}

  async send({ who, request }: Recorded): Promise<RecordedAnswer> {
    const handle = CAST[who];
    const token = handle === undefined ? null : userOf(this.kendo.demo, 'acme', handle).token;
    const { authorization, ...headers } = request.headers ?? {};
    const path = this.ours(request.path).replace('<TOKEN>', encodeURIComponent(token ?? ''));
    const body = request.body === undefined ? undefined : this.oursIn(request.body);
    return this.kendo.withToken(token).send(request.method, path, body, headers);
  }

  /** What the recorded server answered, had its people been ours. */
  due({ response }: Recorded): RecordedAnswer {
    return { status: response.status, body: this.oursIn(response.body) };
  }

  private oursIn(value: unknown): unknown {
    return JSON.parse(this.ours(JSON.stringify(value)));
  }

  private ours(text: string): string {
    return Object.entries(CAST).reduce((rest, [theirs, handle]) => {
      const { email } = userOf(this.kendo.demo, 'acme', handle);
      return rest
        .replaceAll(`${theirs}@example.com`, email)
        .replaceAll(encodeURIComponent(`${theirs}@example.com`), encodeURIComponent(email));
    }, text);
  }
}

/** Gives our people the uuids of theirs, by which some answers are sorted. */
export async function cast(admin: Client): Promise<void> {
  for (const [theirs, handle] of Object.entries(CAST)) {
    await admin.query(
      `UPDATE users u SET uuid = $2 FROM tenants t WHERE t.id = u.tenant_id AND t.slug = 'acme' AND u.handle = $1`,
      [handle, RECORDED_USERS[theirs]],
    );
  }
}

/** Answers that say the same are equal: without what the moment decides, whatever the order of their keys. */
export function essenceOf({ group, request }: Recorded, { status, body }: RecordedAnswer): unknown {
  const isCreation = request.method === 'POST';
  /* Requests that are no part of the recording made rows before these. */
  const isFirst = isCreation && group === 'create';
  const masked = JSON.stringify(body || null, (key, value: unknown) => {
    if (isCreation && key === 'timestamp') return '<NOW>';
    return isFirst && key === 'id' ? '<ID>' : value;
  });
  return { status, body: JSON.parse(masked) as unknown };
}
