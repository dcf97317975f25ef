import {
  DirectMessage,
  MailFailure,
  NOTIFICATION_FAILED,
  NOTIFICATION_SENT,
  type NotificationFailed,
  NotificationSending,
  type NotificationSent,
  Notifier,
  OnNotificationSending,
  UnitOfWork,
} from '@kendo/notifications';
import { Injectable, Logger } from '@nestjs/common';
import { EventEmitter2, OnEvent } from '@nestjs/event-emitter';
import { eventually } from '../../support/eventually.ts';
import { Gate } from '../../support/postgres/gate.ts';
import { createDatabase, type Database } from '../../support/postgres/database.ts';
import {
  ACME,
  ALICE,
  BOB,
  CAROL,
  startSmallHost,
  type SmallHost,
} from '../../support/postgres/small-host.ts';

/** A host's own listener. What it does to an event, the event's message says. */
@Injectable()
class Listener {
  readonly asked: number[] = [];
  readonly sent: NotificationSent[] = [];
  readonly failed: NotificationFailed[] = [];

  @OnNotificationSending()
  async sending(sending: NotificationSending): Promise<void> {
    const message = sending.event.toInbox('direct').message;
    this.asked.push(sending.eventId);
    if (message === 'veto') sending.veto('nobody may hear of it');
    if (message === 'write') {
      await sending.work.change(
        `UPDATE notification_events SET important = true WHERE tenant_id = $1 AND id = $2`,
        [sending.work.scope.tenantId, sending.eventId],
      );
    }
    if (message === 'throw') throw new Error('the listener is broken');
  }

  @OnEvent(NOTIFICATION_SENT)
  onSent(sent: NotificationSent): void {
    this.sent.push(sent);
  }

  @OnEvent(NOTIFICATION_FAILED)
  onFailed(failed: NotificationFailed): void {
    this.failed.push(failed);
  }
}

const message = (text: string, key?: string) =>
  new DirectMessage({ params: { message: text, recipients: [] }, key: key ?? null });

describe('what a host hears of its notifications', () => {
  let database: Database;
  let host: SmallHost;
  let notifier: Notifier;
  let listener: Listener;

  beforeAll(async () => {
    database = await createDatabase();
    host = await startSmallHost(database, { providers: [Listener] });
    notifier = host.app.get(Notifier);
    listener = host.app.get(Listener);
  });
  afterAll(async () => {
    await host?.app.close();
    await database?.drop();
  });

  const row = async (id: number) => {
    const { rows } = await host.admin.query<Record<string, unknown>>(
      `SELECT state::int, error, important, reached::int,
         (SELECT count(*)::int FROM notifications n WHERE n.event_id = e.id) AS people
       FROM notification_events e WHERE id = $1`,
      [id],
    );
    return rows[0];
  };

  const sentOf = (id: number, count: number) =>
    eventually(() => {
      const sent = listener.sent.filter(({ eventId }) => eventId === id);
      expect(sent).toHaveLength(count);
      return sent;
    });

  test('sent: once for all inboxes, and once for each mail, when it is on record', async () => {
    const { id } = await notifier.notify(ACME, [ALICE, BOB], message('hello'));
    const event = { tenantId: 1, eventId: id, eventName: 'direct' };
    const [inbox, ...mails] = await sentOf(id, 3);
    expect(inbox).toEqual({ ...event, channel: 'inbox', recipients: 2, delivery: null, answer: null });
    const mail = { ...event, channel: 'mail', recipients: 1, answer: '250 taken' };
    expect(mails.map(({ delivery, ...rest }) => [delivery?.recipientId, rest]).sort()).toEqual([
      [ALICE, mail],
      [BOB, mail],
    ]);
    const { rows } = await host.admin.query('SELECT FROM mail_deliveries WHERE event_id = $1 AND state = 1', [
      id,
    ]);
    expect(rows).toHaveLength(2);
    expect(await row(id)).toMatchObject({ state: 1, reached: 2 });
  });

  test('sent: once for all inboxes, however many chunks of people they are', async () => {
    const people = Array.from({ length: 6_000 }, (_, index) => 1_000 + index);
    await host.admin.query(
      `INSERT INTO people SELECT 1, id, 'P', 'Q', NULL, NULL, 'en', 'UTC', true FROM unnest($1::bigint[]) AS id`,
      [people],
    );
    const { id } = await notifier.notify(ACME, people, message('hello'));
    expect(await sentOf(id, 1)).toMatchObject([{ channel: 'inbox', recipients: 6_000 }]);
    expect(await row(id)).toMatchObject({ state: 1, reached: 6_000, people: 6_000 });
  });

  test('sent: once, though somebody delivers at once what another is fanning out', async () => {
    const gate = await Gate.shutAt(
      host.admin,
      'BEFORE INSERT ON notifications',
      `NEW.recipient_id = ${CAROL}`,
    );
    const { id } = await notifier.notify(ACME, CAROL, message('hello', 'twice'));
    await gate.reached();
    const again = new DirectMessage({ params: { message: 'hello', recipients: [CAROL] }, key: 'twice' });
    const delivered = host.app.get(UnitOfWork).run(ACME, (work) => notifier.deliverAll(work, [again]));
    await eventually(async () => {
      const { rows } = await host.admin.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'transactionid'`,
      );
      expect(rows).toHaveLength(1);
    });
    await gate.open();

    await expect(delivered).resolves.toEqual([{ id, duplicate: true }]);
    const sent = await sentOf(id, 2);
    expect(sent.map(({ channel }) => channel)).toEqual(['inbox', 'mail']);
  });

  test('failed: what it failed of, and whether that is the end of it', async () => {
    host.mail.failWith(new MailFailure('refused', '550 no such user'), 'alice@tenant1.example');
    host.mail.failWith(new MailFailure('passing', '451 later'), 'bob@tenant1.example');
    const { id } = await notifier.notify(ACME, [ALICE, BOB], message('hello'));
    const failed = await eventually(() => {
      const found = listener.failed.filter(({ eventId }) => eventId === id);
      expect(found).toHaveLength(2);
      return found;
    });
    host.mail.failWith(null, 'alice@tenant1.example');
    host.mail.failWith(null, 'bob@tenant1.example');
    expect(
      failed.map((one) => [one.delivery?.recipientId, one.channel, one.error, one.isFinal]).sort(),
    ).toEqual([
      [ALICE, 'mail', '550 no such user', true],
      [BOB, 'mail', '451 later', false],
    ]);
  });

  test('sending: before anybody has it, in the transaction of who raised it', async () => {
    const { id } = await notifier.notify(ACME, ALICE, message('write'));
    await sentOf(id, 2);
    expect(await row(id)).toMatchObject({ important: true, people: 1 });
  });

  test('a vetoed event stays on record with its key, and reaches nobody', async () => {
    const receipt = await notifier.notify(ACME, [ALICE, BOB], message('veto', 'secret'));
    await expect(notifier.notify(ACME, CAROL, message('hello', 'secret'))).resolves.toEqual({
      id: receipt.id,
      duplicate: true,
    });
    expect(listener.asked.filter((id) => id === receipt.id)).toEqual([receipt.id]);
    /* Events are taken up in their order: this one has come after it. */
    await sentOf((await notifier.notify(ACME, CAROL, message('hello'))).id, 2);
    expect(await row(receipt.id)).toMatchObject({ state: 3, error: 'nobody may hear of it', people: 0 });
    const { rows } = await host.admin.query('SELECT * FROM notification_due_work()');
    expect(rows).toEqual([]);
  });

  test('a listener to sending that throws takes the transaction with it', async () => {
    let id = NaN;
    const raising = host.app.get(UnitOfWork).run(ACME, async (work) => {
      id = (await notifier.notify(work, BOB, message('hello'))).id;
      await notifier.notify(work, BOB, message('throw'));
    });
    await expect(raising).rejects.toThrow('the listener is broken');
    expect(await row(id)).toBeUndefined();
  });

  test('a listener to sent that throws hurts nothing, and is logged', async () => {
    const logged: unknown[] = [];
    jest
      .spyOn(Logger.prototype, 'error')
      .mockImplementation((...line: unknown[]) => void logged.push(line.at(-1)));
    const emitter = host.app.get(EventEmitter2);
    const broken = () => {
      throw new Error('the listener is broken');
    };
    emitter.on(NOTIFICATION_SENT, broken);
    const { id } = await notifier.notify(ACME, [ALICE, BOB], message('hello'));
    await sentOf(id, 3);
    emitter.off(NOTIFICATION_SENT, broken);
    await eventually(() => expect(logged).toHaveLength(3));
    expect(logged[0]).toBe('A listener to notification.sent failed');
    const { rows } = await host.admin.query('SELECT FROM mail_deliveries WHERE event_id = $1 AND state = 1', [
      id,
    ]);
    expect(rows).toHaveLength(2);
    jest.restoreAllMocks();
  });
});
