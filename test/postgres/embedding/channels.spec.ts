import {
  type ChannelDelivery,
  ChannelFailure,
  DeadLetters,
  NOTIFICATION_FAILED,
  NOTIFICATION_SENT,
  NotificationChannel,
  NotificationEvent,
  type NotificationFailed,
  type NotificationSent,
  Notifier,
  UnitOfWork,
  type Voices,
  WebhookChannel,
  type WebhookEndpoint,
  WebhookEndpoints,
} from '@kendo/notifications';
import { Injectable, Logger } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { DataSource } from 'typeorm';
import { eventually } from '../../support/eventually.ts';
import { HookServer } from '../../support/hook-server.ts';
import { createDatabase, type Database } from '../../support/postgres/database.ts';
import {
  ACME,
  ALICE,
  BOB,
  CAROL,
  GLOBEX,
  startSmallHost,
  type SmallHost,
} from '../../support/postgres/small-host.ts';

class InvoicePaid extends NotificationEvent<{ number: string }> {
  static readonly eventName = 'invoice.paid';
  static readonly channels = ['webhook', 'pager'];
  static readonly voices: Voices = { direct: { sentence: { en: 'Invoice {number} was paid' } } };
}

/** A channel of the host's own; carol has no pager. */
@Injectable()
class Pager extends NotificationChannel {
  readonly name = 'pager';
  readonly beeped: string[] = [];

  async send({ id, recipient }: ChannelDelivery): Promise<string> {
    if (recipient.id === CAROL) throw new ChannelFailure('no_address', 'no pager');
    this.beeped.push(id);
    return 'beeped';
  }
}

const hooks = { url: '', secret: `whsec_${Buffer.alloc(24, 'k').toString('base64')}` };
@Injectable()
class Endpoints extends WebhookEndpoints {
  override readonly reachInside = true;

  async of(): Promise<WebhookEndpoint> {
    return hooks;
  }
}

const paid = (number: string) =>
  new InvoicePaid({ subject: { type: 'invoice', id: 26, title: number }, params: { number } });

interface Row {
  channel: string;
  recipient: number;
  state: number;
  attempts: number;
  closed_because: string | null;
  last_answer: string | null;
}

describe('channels beside inbox and mail', () => {
  let database: Database;
  let host: SmallHost;
  let unitOfWork: UnitOfWork;
  let notifier: Notifier;
  let pager: Pager;
  let server: HookServer;
  const told: (NotificationSent | NotificationFailed)[] = [];

  beforeAll(async () => {
    Logger.overrideLogger(false);
    server = await HookServer.start();
    hooks.url = server.url;
    database = await createDatabase();
    host = await startSmallHost(database, {
      events: [InvoicePaid],
      channels: [WebhookChannel, Pager],
      providers: [{ provide: WebhookEndpoints, useClass: Endpoints }],
    });
    unitOfWork = host.app.get(UnitOfWork);
    notifier = host.app.get(Notifier);
    pager = host.app.get(Pager);
    const emitter = host.app.get(EventEmitter2);
    for (const name of [NOTIFICATION_SENT, NOTIFICATION_FAILED]) {
      emitter.on(name, (one: NotificationSent | NotificationFailed) => told.push(one));
    }
  });
  afterAll(async () => {
    server?.stop();
    await host?.app.close();
    await database?.drop();
    Logger.overrideLogger(['error', 'warn', 'log']);
  });

  async function deliveries(eventId: number): Promise<Row[]> {
    const { rows } = await host.admin.query<Row>(
      `SELECT channel, recipient_id::int AS recipient, state::int, attempts::int, closed_because, last_answer
       FROM channel_deliveries WHERE event_id = $1 ORDER BY channel DESC, recipient_id`,
      [eventId],
    );
    return rows;
  }

  const whenNoneIsDue = (eventId: number) =>
    eventually(async () => {
      const rows = await deliveries(eventId);
      return rows.length > 0 && rows.every(({ state }) => state > 0) && rows;
    });

  test('each person whom the event reaches is a delivery by each of its channels', async () => {
    const { id } = await notifier.notify(ACME, [ALICE, BOB, CAROL], paid('2026-1'));
    expect(await whenNoneIsDue(id)).toMatchObject([
      { channel: 'webhook', recipient: ALICE, state: 1, attempts: 1, last_answer: '204 No Content' },
      { channel: 'webhook', recipient: BOB, state: 1 },
      { channel: 'webhook', recipient: CAROL, state: 1 },
      { channel: 'pager', recipient: ALICE, state: 1, attempts: 1, last_answer: 'beeped' },
      { channel: 'pager', recipient: BOB, state: 1 },
      { channel: 'pager', recipient: CAROL, state: 2, attempts: 0, closed_because: 'no_address' },
    ]);
    expect(server.calls).toHaveLength(3);
    expect(JSON.parse(server.calls[0]?.body ?? '')).toMatchObject({
      data: { subject: { type: 'invoice', id: 26, title: '2026-1' } },
    });
    expect(pager.beeped).toHaveLength(2);
    expect(host.mail.mails).toEqual([]);
    await eventually(() => {
      const sent = told.filter(({ eventId }) => eventId === id).map(({ channel }) => channel);
      expect(sent.sort()).toEqual(['inbox', 'pager', 'pager', 'webhook', 'webhook', 'webhook']);
    });
  });

  test('what was not taken is tried again, under the same id, and told of each time', async () => {
    const before = server.calls.length;
    server.answers.push(503);
    const { id } = await notifier.notify(ACME, ALICE, paid('2026-2'));
    await eventually(async () => {
      const [webhook] = await deliveries(id);
      expect(webhook).toMatchObject({ state: 0, attempts: 1, last_answer: '503 Service Unavailable' });
    });
    await host.admin.query('UPDATE channel_deliveries SET due_at = now() WHERE event_id = $1 AND state = 0', [
      id,
    ]);
    expect((await whenNoneIsDue(id))[0]).toMatchObject({ state: 1, attempts: 2 });
    const ids = server.calls.slice(before).map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([ids[0], ids[0]]);
    const outcomes = told.filter((one) => one.eventId === id && one.channel === 'webhook');
    expect(outcomes).toMatchObject([{ error: '503 Service Unavailable', isFinal: false }, { recipients: 1 }]);
  });

  test('what will never be taken is a dead letter, says why, and can be sent again', async () => {
    server.answers.push(410);
    const { id } = await notifier.notify(ACME, ALICE, paid('2026-3'));
    expect((await whenNoneIsDue(id))[0]).toMatchObject({
      state: 3,
      closed_because: 'refused',
      last_answer: '410 Gone',
    });
    await eventually(() => {
      expect(told.filter((one) => one.eventId === id && 'isFinal' in one)).toMatchObject([{ isFinal: true }]);
    });

    const deadLetters = host.app.get(DeadLetters);
    const dead = await unitOfWork.run(ACME, (work) => deadLetters.list(work, 10));
    expect(dead).toMatchObject([{ channel: 'webhook', recipientId: ALICE, reason: 'refused' }]);
    await unitOfWork.run(ACME, (work) => deadLetters.resend(work, dead));
    expect((await whenNoneIsDue(id))[0]).toMatchObject({ state: 1, attempts: 1 });
  });

  test('the sweeper finds what no ring told of', async () => {
    const { manager } = host.app.get(DataSource);
    const { id } = await manager.transaction(async (entities) =>
      notifier.notify(await unitOfWork.join(ACME, entities), BOB, paid('2026-4')),
    );
    expect(await whenNoneIsDue(id)).toHaveLength(2);
    /* And the deliveries themselves: put back as if their ring, and the lease of who heard it, were lost. */
    await host.admin.query(
      'UPDATE channel_deliveries SET state = 0, due_at = now(), finished_at = NULL WHERE event_id = $1',
      [id],
    );
    const before = server.calls.length;
    expect(await whenNoneIsDue(id)).toHaveLength(2);
    expect(server.calls).toHaveLength(before + 1);
  });

  test.each([
    ['deleted', 'DELETE FROM notifications WHERE event_id = $1'],
    ['given to somebody else', `UPDATE notifications SET recipient_id = ${BOB} WHERE event_id = $1`],
  ])('a row that was %s is not delivered any more', async (gone, statement) => {
    server.answers.push(500);
    const { id } = await notifier.notify(ACME, ALICE, paid(gone));
    await eventually(async () => expect((await deliveries(id))[0]).toMatchObject({ attempts: 1 }));
    await host.admin.query(statement, [id]);
    await host.admin.query('UPDATE channel_deliveries SET due_at = now() WHERE event_id = $1 AND state = 0', [
      id,
    ]);
    expect((await whenNoneIsDue(id))[0]).toMatchObject({ state: 2, closed_because: 'deleted' });
  });

  test('an endpoint that hangs, here until the server stops, holds up no other tenant', async () => {
    const before = server.calls.length;
    server.answers.push(null);
    const { id: hanging } = await notifier.notify(ACME, ALICE, paid('2026-6'));
    await eventually(() => expect(server.calls).toHaveLength(before + 1));
    const { id } = await notifier.notify(GLOBEX, 100 + BOB, paid('2026-7'));
    expect(await whenNoneIsDue(id)).toMatchObject([{ channel: 'webhook', state: 1 }, { state: 1 }]);
    expect((await deliveries(hanging))[0]).toMatchObject({ channel: 'webhook', state: 0, attempts: 0 });
  });
});
