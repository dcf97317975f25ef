import type { Client as Admin } from 'pg';
import { eventually } from '../support/eventually.ts';
import { Client, type Answer } from '../support/http-client.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { startServer } from '../support/kendo-process.ts';
import { settled } from '../support/postgres/audit.ts';
import { Gate } from '../support/postgres/gate.ts';
import type { Child } from '../support/process/child.ts';
import { freePort } from '../support/process/free-port.ts';
import { Scene } from '../support/scene.ts';

interface Accepted {
  readonly events: readonly { readonly id: number; readonly duplicate: boolean }[];
}

/** `key` and `Idempotency-Key`, while two servers take the same calls at once, and while one is killed. */
describe('the same again, from two servers', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Admin;
  let otherPort: number;
  let other: Child;

  beforeAll(async () => {
    kendo = await startKendo();
    otherPort = await freePort();
    other = await startServer(otherPort, { ...kendo.settings, SEED_DEMO: '0' });
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
  });
  afterAll(async () => {
    await other?.kill('SIGTERM');
    await kendo?.stop();
  });

  const event = (message: string, key?: string) => ({
    type: 'todo.created',
    message,
    key,
    recipients: [scene.idOf('erin')],
  });

  function send(port: number, body: unknown, idempotencyKey?: string): Promise<Answer<Accepted>> {
    const headers = {
      authorization: `Bearer ${kendo.demo.tenants[0]?.service_token}`,
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    };
    return new Client(port, 'acme.localhost', headers).post<Accepted>('/api/events', body);
  }

  /** The same call, or one made of its number, 20 times at once: every other one to the other server. */
  const twenty = (bodyOf: (call: number) => unknown, idempotencyKey?: string) =>
    Promise.all(
      Array.from({ length: 20 }, (_, call) =>
        send(call % 2 ? kendo.port : otherPort, bodyOf(call), idempotencyKey),
      ),
    );

  /** How many events, and rows in Erin's inbox, have come of the events with this message. */
  async function written(message: string): Promise<object | undefined> {
    await settled(admin);
    const { rows } = await admin.query<object>(
      `SELECT count(DISTINCT e.id)::int AS events, count(n.id)::int AS rows FROM notification_events e
       LEFT JOIN notifications n ON n.event_id = e.id WHERE e.params ->> 'message' = $1`,
      [message],
    );
    return rows[0];
  }

  test('an event key: one is recorded, and all the others are told its id', async () => {
    const answers = await twenty(() => event('By key', 'one'));
    const events = answers.flatMap(({ body }) => body.events);

    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(202));
    expect(events.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(events.map(({ id }) => id)).size).toBe(1);
    expect(await written('By key')).toEqual({ events: 1, rows: 1 });
  });

  test('the same event keys in opposite orders: neither call stands in the way of the other', async () => {
    const [here, there] = [event('Crossed, here', 'a'), event('Crossed, there', 'b')];
    const forth = [here, event('Crossed, here', 'b')];
    const back = [there, event('Crossed, there', 'a')];
    const gates = [
      await Gate.shutAt(admin, 'BEFORE INSERT ON notification_events', is('Crossed, here', 'b')),
      await Gate.shutAt(admin, 'BEFORE INSERT ON notification_events', is('Crossed, there', 'a')),
    ];
    const calls = [send(kendo.port, forth), send(otherPort, back)];
    for (const gate of gates) await gate.reached();
    for (const gate of gates) await gate.open();
    const answers = await Promise.all(calls);

    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(answers.flatMap(({ body }) => body.events.filter(({ duplicate }) => !duplicate))).toHaveLength(2);
  });

  const is = (message: string, key: string) =>
    `NEW.key = '${key}' AND NEW.params ->> 'message' = '${message}'`;

  test('an Idempotency-Key: one answer, and a 409 while there is none yet', async () => {
    const body = [event('By request'), event('By request')];
    const answers = await twenty(() => body, 'request');
    const accepted = answers.filter(({ status }) => status === 202);

    expect(accepted).not.toEqual([]);
    expect(answers.filter(({ status }) => status !== 202 && status !== 409)).toEqual([]);
    expect(new Set(accepted.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect((await send(otherPort, body, 'request')).body).toEqual(accepted[0]?.body);
    expect(await written('By request')).toEqual({ events: 2, rows: 2 });
  });

  test('an Idempotency-Key whose request was killed half-way can be used again', async () => {
    const gate = await Gate.shutAt(admin, 'BEFORE INSERT ON notification_events');
    await killedIn(gate, 'Half-way', 'half-way');
    expect((await send(otherPort, event('Half-way'), 'half-way')).status).toBe(409);
    await gate.open();
    const answer = await eventually(async () => {
      const answer = await send(otherPort, event('Half-way'), 'half-way');
      expect(answer.status).toBe(202);
      return answer;
    });

    expect(answer.body.events).toMatchObject([{ duplicate: false }]);
    expect(await written('Half-way')).toEqual({ events: 1, rows: 1 });
    await kendo.restart();
  });

  test('one whose request was killed before it could answer gives the answer', async () => {
    const gate = await Gate.shutAtCommit(admin, 'notification_events', 'NEW.state = 0');
    await killedIn(gate, 'Unheard', 'unheard');
    await gate.open();
    const [first, second] = await eventually(async () => {
      const answers = [await send(otherPort, event('Unheard'), 'unheard')];
      expect(answers[0]?.status).toBe(202);
      return [...answers, await send(otherPort, event('Unheard'), 'unheard')];
    });

    expect(second?.body).toEqual(first?.body);
    expect(await written('Unheard')).toEqual({ events: 1, rows: 1 });
  });

  /** The call's transaction stands before the gate when its server is killed. */
  async function killedIn(gate: Gate, message: string, idempotencyKey: string): Promise<void> {
    const cut = expect(send(kendo.port, event(message), idempotencyKey)).rejects.toThrow('socket hang up');
    await gate.reached();
    await kendo.kill('SIGKILL');
    await cut;
  }
});
