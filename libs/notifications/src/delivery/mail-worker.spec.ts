import { setTimeout as after } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { TenantScope } from '../domain/tenant-scope.js';
import type { NotificationMetrics } from '../metrics/notification-metrics.js';
import type { WorkRunner } from '../queue/work-runner.js';
import { FakeMailTransport } from '../testing/fake-mail-transport.js';
import { EventRegistry } from '../types/event-registry.js';
import type { DueMail } from './due-mail.js';
import type { MailBatch, MailBatches } from './mail-batches.js';
import { LEDGER_PATIENCE_MS } from './outcome-ledger.js';
import type { DeliveryOutcome } from './delivery-outcome.js';
import { MailRenderer } from './mail-renderer.js';
import { MailFailure } from './mail-transport.js';
import { MailWorker } from './mail-worker.js';
import { Postman } from './postman.js';

const SCOPE: TenantScope = { tenantId: 1 };
const [DUE, SENT, CLOSED, DEAD] = [0, 1, 2, 3];

/** Due mails, numbered from 1, and what is written about them. */
class Table {
  due: DueMail[] = [];
  readonly limits: number[] = [];
  leaseSeconds = 0;
  readonly outcomes = new Map<number, DeliveryOutcome>();
  failing: Error | null = null;

  async claim(scope: TenantScope, limit: number, seconds: number): Promise<MailBatch | null> {
    this.limits.push(limit);
    this.leaseSeconds = seconds;
    const mails = this.due.splice(0, limit);
    const site = { name: 'Acme', url: 'https://acme.example', colour: '#1d4ed8' };
    return mails.length > 0 ? { lease: '1', mails, scope, site, unsubscribePath: (id) => `/u/${id}` } : null;
  }

  /** What had not begun in time is due again at once. */
  async settle({ mails }: MailBatch, outcomes: readonly DeliveryOutcome[]): Promise<void> {
    await after(1);
    if (this.failing) throw this.failing;
    for (const outcome of outcomes) {
      this.outcomes.set(outcome.notification_id, outcome);
      const isReleased = outcome.state === DUE && outcome.attempts === 0 && outcome.delay === 0;
      const mail = mails.find(({ notificationId }) => notificationId === outcome.notification_id);
      if (isReleased && mail) this.due.push(mail);
    }
  }

  states(): number[] {
    return [...this.outcomes].sort(([a], [b]) => a - b).map(([, { state }]) => state);
  }
}

const mail = (id: number, name = 'direct'): DueMail => ({
  notificationId: id,
  threadId: id,
  eventId: id,
  reason: 'direct',
  attempts: 0,
  event: {
    name,
    occurrence: { actor: null, subject: null, params: { recipients: [id], message: 'Hello' } },
  },
  inboxRow: { isRead: false },
  recipient: {
    id,
    name: `Person ${id}`,
    email: `${id}@acme.example`,
    locale: 'en',
    timezone: 'UTC',
    getsMail: true,
    flags: {} as NonNullable<DueMail['recipient']>['flags'],
  },
});

const mails = (count: number) => Array.from({ length: count }, (_, index) => mail(index + 1));

/** What was measured: how often each call was made, as in `failed mail,way`. */
let measured: Record<string, number>;
const metrics = new Proxy({} as NotificationMetrics, {
  get:
    (_, method) =>
    (...details: unknown[]) => {
      const call = `${String(method)} ${details.join()}`;
      measured[call] = (measured[call] ?? 0) + 1;
    },
});

let table: Table;
let transport: FakeMailTransport;
let worker: MailWorker;

beforeAll(() => {
  Logger.overrideLogger(false);
});
afterAll(() => {
  Logger.overrideLogger(['error', 'warn', 'log']);
});

beforeEach(() => {
  measured = {};
  table = new Table();
  transport = new FakeMailTransport();
  const renderer = new MailRenderer({ from: { name: 'Kendo', address: 'no-reply@kendo.example' } });
  const postman = new Postman(new EventRegistry([]), renderer, transport, metrics);
  worker = new MailWorker({} as WorkRunner, table as unknown as MailBatches, postman, transport);
});

test('sends a batch, as many at once as the transport takes, and says whether there may be more', async () => {
  let busy = 0;
  let busiest = 0;
  transport.answerWith(async () => {
    busiest = Math.max(busiest, (busy += 1));
    await after(2);
    busy -= 1;
    return '250 taken';
  });
  table.due = mails(240);
  await expect(worker.piece(SCOPE)).resolves.toBe(true);
  expect(table.limits).toEqual([200]);
  while (await worker.piece(SCOPE));
  await expect(worker.piece(SCOPE)).resolves.toBe(false);
  expect(busiest).toBe(transport.concurrency);
  expect(transport.mails).toHaveLength(240);
  expect(new Set(table.states())).toEqual(new Set([SENT]));
});

test('holds a batch for longer than its last mail can take and be written down', async () => {
  await worker.piece(SCOPE);
  expect(table.leaseSeconds * 1_000).toBeGreaterThan(1_000 + transport.longestSend + LEDGER_PATIENCE_MS);
});

test('one bad mail hurts no other', async () => {
  transport.failWith(new MailFailure('refused', '550 unknown'), '2@acme.example');
  transport.failWith(new MailFailure('passing', '451 later'), '3@acme.example');
  transport.failWith(new Error('cannot be composed'), '4@acme.example');
  table.due = [...mails(4), mail(5, 'an event that nobody registered'), mail(6)];
  await worker.piece(SCOPE);
  expect(table.states()).toEqual([SENT, DEAD, DUE, DUE, DUE, SENT]);
  expect([...table.outcomes.values()].every(({ attempts }) => attempts === 1)).toBe(true);
  expect(table.outcomes.get(2)).toMatchObject({ closed_because: 'refused', last_answer: '550 unknown' });
  expect(table.outcomes.get(3)?.delay).toBeGreaterThanOrEqual(30);
  expect(table.outcomes.get(5)?.last_answer).toMatch(/register its class/);
  expect(measured).toEqual({
    'sent mail': 2,
    'died mail,refused': 1,
    'failed mail,passing': 1,
    'failed mail,unwritable': 2,
  });
});

test('a mail that cannot be written is dead when it was tried enough', async () => {
  table.due = [{ ...mail(1, 'gone'), attempts: 14 }];
  await worker.piece(SCOPE);
  expect(table.outcomes.get(1)).toMatchObject({ state: DEAD, closed_because: 'given_up' });
  expect(measured).toEqual({ 'died mail,given_up': 1 });
});

test('a mail that is not wanted any more is closed, and that is no failure', async () => {
  table.due = [{ ...mail(1), inboxRow: { isRead: true } }];
  await worker.piece(SCOPE);
  expect(table.outcomes.get(1)).toMatchObject({ state: CLOSED, closed_because: 'read' });
  expect(measured).toEqual({ 'closed mail,read': 1 });
});

test('when the way is broken nobody loses an attempt, nothing more is tried, and one mail probes', async () => {
  transport.failWith(new MailFailure('way', 'connect ECONNREFUSED'));
  table.due = mails(30);
  await worker.piece(SCOPE);
  expect(table.states()).toEqual(Array<number>(30).fill(DUE));
  expect([...table.outcomes.values()].some(({ attempts }) => attempts > 0)).toBe(false);
  await expect(worker.piece({ tenantId: 2 })).resolves.toBe(false);
  expect(table.limits).toEqual([200]);
  expect(measured).toEqual({ 'failed mail,way': 3, 'mailPaused true': 3 });

  await after(1_050);
  transport.failWith(null);
  table.due = mails(30);
  while (await worker.piece(SCOPE));
  expect(table.limits).toEqual([200, 1, 200]);
  expect(measured).toMatchObject({ 'sent mail': 30, 'mailPaused false': 1 });
  expect(table.states()).toEqual(Array<number>(30).fill(SENT));
});

test('a slow server makes the batch smaller: what has not begun in time is put back', async () => {
  transport.answerWith(() => after(400, '250 taken'));
  table.due = mails(200);
  await expect(worker.piece(SCOPE)).resolves.toBe(true);
  const sent = table.states().filter((state) => state === SENT).length;
  expect(sent).toBeGreaterThanOrEqual(3);
  expect(sent).toBeLessThanOrEqual(9);
  expect(table.states().filter((state) => state === DUE)).toHaveLength(200 - sent);
});

test('what cannot be written down stops the sending', async () => {
  transport.answerWith(() => after(2, '250 taken'));
  table.failing = new Error('no such table');
  table.due = mails(100);
  await expect(worker.piece(SCOPE)).rejects.toThrow('no such table');
  expect(transport.mails.length).toBeLessThan(20);
});

test('a database that is away for a moment is waited for', async () => {
  table.failing = Object.assign(new Error('terminating connection'), { code: '57P01' });
  table.due = mails(3);
  const piece = worker.piece(SCOPE);
  await after(300);
  table.failing = null;
  await piece;
  expect(table.states()).toEqual([SENT, SENT, SENT]);
});
