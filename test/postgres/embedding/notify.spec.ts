import {
  type Audience,
  MailFailure,
  NotificationEvent,
  NotificationType,
  Notifier,
  UnitOfWork,
  type Voices,
} from '@kendo/notifications';
import { DataSource } from 'typeorm';
import { RowWriter } from '../../../libs/notifications/src/inbox/rewriting/row-writer.js';
import { eventually } from '../../support/eventually.ts';
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

interface Invoice {
  readonly id: number;
  readonly number: string;
}

class InvoicePaid extends NotificationEvent<{ number: string }> {
  static readonly eventName: string = 'invoice.paid';
  static readonly voices: Voices = {
    direct: { sentence: { en: 'Invoice {number} was paid', nl: 'Factuur {number} is betaald' } },
  };

  constructor({ id, number }: Invoice) {
    super({ subject: { type: 'invoice', id, title: number }, params: { number }, key: `invoice.paid:${id}` });
  }
}

class InvoiceSeen extends InvoicePaid {
  static override readonly eventName = 'invoice.seen';
  static readonly channels = [];
}

/** Speaks to one person for two reasons, of which the lower has the type of an assignment. */
class InvoiceDisputed extends InvoicePaid {
  static override readonly eventName = 'invoice.disputed';
  static override readonly voices: Voices = {
    watching: { type: NotificationType.Assignment, sentence: { en: 'Invoice {number} is disputed' } },
    mentioned: { important: true, mention: true, sentence: { en: 'You are needed for {number}' } },
  };

  override audience(): Audience {
    const named = [ALICE, BOB].map((userId) => ({ userId, reason: 'mentioned' as const }));
    return { named, watchersOf: { type: 'issue', id: 77 } };
  }
}

class Unregistered extends InvoicePaid {
  static override readonly eventName = 'invoice.unregistered';
}

let invoices = 0;
const invoice = (): Invoice => ({ id: (invoices += 1), number: `2026-${invoices}` });

describe("notify, with a notification of the host's own", () => {
  let database: Database;
  let host: SmallHost;
  let notifier: Notifier;

  beforeAll(async () => {
    database = await createDatabase();
    host = await startSmallHost(database, { events: [InvoicePaid, InvoiceSeen, InvoiceDisputed] });
    notifier = host.app.get(Notifier);
  });
  afterAll(async () => {
    await host?.app.close();
    await database?.drop();
  });

  /** Who has it in their inbox, once its fan-out is finished. */
  async function reached({ id }: Invoice): Promise<number[]> {
    const rows = await eventually(async () => {
      const found = await host.admin.query<{ state: number; people: number[] }>(
        `SELECT e.state, array(SELECT n.recipient_id::int FROM notifications n WHERE n.tenant_id = e.tenant_id
           AND n.event_id = e.id ORDER BY n.recipient_id) AS people
         FROM notification_events e WHERE e.subject_id = $1`,
        [String(id)],
      );
      return found.rows[0]?.state === 1 && found.rows;
    });
    return rows.flatMap(({ people }) => people);
  }

  /** Each row of what an invoice is about, and what its thread has become by it. */
  const told = async ({ id }: Invoice) =>
    (
      await host.admin.query<{ id: string }>(
        `SELECT n.id, n.recipient_id::int AS who, n.reason, n.type, t.important, t.mention FROM notifications n
         JOIN notification_threads t ON t.id = n.thread_id WHERE t.target_id = $1 ORDER BY n.recipient_id`,
        [String(id)],
      )
    ).rows;

  const recorded = async ({ id }: Invoice) =>
    (await host.admin.query('SELECT FROM notification_events WHERE subject_id = $1', [String(id)])).rowCount;

  const subjects = (address: string) => host.mail.mailsTo(address).map(({ subject }) => subject);

  test('tells the people it names, by inbox and mail, and nobody else', async () => {
    const paid = invoice();
    await expect(notifier.notify(ACME, [ALICE, BOB], new InvoicePaid(paid))).resolves.toMatchObject({
      duplicate: false,
    });
    expect(await reached(paid)).toEqual([ALICE, BOB]);
    await eventually(() =>
      expect(subjects('alice@tenant1.example')).toEqual([`Invoice ${paid.number} was paid`]),
    );
    await eventually(() => expect(subjects('bob@tenant1.example')).toHaveLength(1));
    expect(subjects('carol@tenant1.example')).toEqual([]);
  });

  test("a person of another tenant is nobody's id here", async () => {
    const paid = invoice();
    await notifier.notify(GLOBEX, [ALICE, BOB + 100], new InvoicePaid(paid));
    expect(await reached(paid)).toEqual([BOB + 100]);
  });

  test('a key that was seen is a no-op', async () => {
    const paid = invoice();
    const first = await notifier.notify(ACME, ALICE, new InvoicePaid(paid));
    await expect(notifier.notify(ACME, BOB, new InvoicePaid(paid))).resolves.toEqual({
      id: first.id,
      duplicate: true,
    });
    expect(await reached(paid)).toEqual([ALICE]);
  });

  test('in a unit of work, it stands and falls with it', async () => {
    const unitOfWork = host.app.get(UnitOfWork);
    const [kept, lost] = [invoice(), invoice()];
    await unitOfWork.run(ACME, (work) => notifier.notify(work, CAROL, new InvoicePaid(kept)));
    const failing = unitOfWork.run(ACME, async (work) => {
      await notifier.notify(work, CAROL, new InvoicePaid(lost));
      throw new Error('the payment failed');
    });
    await expect(failing).rejects.toThrow('the payment failed');
    expect(await reached(kept)).toEqual([CAROL]);
    expect(await recorded(lost)).toBe(0);
  });

  test("so it does in a transaction of the host's own", async () => {
    const { manager } = host.app.get(DataSource);
    const unitOfWork = host.app.get(UnitOfWork);
    const [kept, lost] = [invoice(), invoice()];
    const pay = (paid: Invoice, fails: boolean) =>
      manager.transaction(async (entities) => {
        await notifier.notify(await unitOfWork.join(ACME, entities), BOB, new InvoicePaid(paid));
        if (fails) throw new Error('the payment failed');
      });
    await pay(kept, false);
    await expect(pay(lost, true)).rejects.toThrow('the payment failed');
    expect(await reached(kept)).toEqual([BOB]);
    expect(await recorded(lost)).toBe(0);
  });

  test('without channels it stays in the inbox', async () => {
    const seen = invoice();
    await notifier.notify(ACME, CAROL, new InvoiceSeen(seen));
    expect(await reached(seen)).toEqual([CAROL]);
    const { rows } = await host.admin.query(
      `SELECT mail_skipped FROM notifications n JOIN notification_events e ON e.id = n.event_id
       WHERE e.subject_id = $1`,
      [String(seen.id)],
    );
    expect(rows).toEqual([{ mail_skipped: 'not_mailed' }]);
  });

  test('an event whose class is not registered is an error of who tells it, and on record nowhere', async () => {
    const [kept, lost] = [invoice(), invoice()];
    const telling = host.app.get(UnitOfWork).run(ACME, async (work) => {
      await notifier.notify(work, CAROL, new InvoicePaid(kept));
      await notifier.notify(work, CAROL, new Unregistered(lost));
    });

    await expect(telling).rejects.toThrow(
      'No notification event is named "invoice.unregistered": register its class in forRoot({ events }).',
    );
    expect([await recorded(kept), await recorded(lost)]).toEqual([0, 0]);
  });

  async function disputed(): Promise<Invoice> {
    const about = invoice();
    await host.app.get(UnitOfWork).run(ACME, (work) => notifier.raise(work, new InvoiceDisputed(about)));
    await reached(about);
    return about;
  }

  test('who is told for two reasons is told for the higher, whatever type it has', async () => {
    await host.admin.query(
      `INSERT INTO issue_watchers (tenant_id, issue_id, project_id, user_id)
       SELECT 1, 77, 7, id FROM unnest($1::bigint[]) AS id`,
      [[BOB, CAROL]],
    );
    const mentioned = { reason: 'mentioned', type: NotificationType.Custom, important: true, mention: true };
    const watching = { reason: 'watching', type: NotificationType.Assignment, important: false };

    expect(await told(await disputed())).toMatchObject([
      { who: ALICE, ...mentioned },
      { who: BOB, ...mentioned },
      { who: CAROL, ...watching, mention: false },
    ]);
  });

  test('a row that moves to another target stays as important as its own voice made it', async () => {
    const [from, moved] = [await disputed(), invoice()];
    const subject = { type: 'invoice', id: moved.id, title: moved.number };
    const about = { subject, parent: null, projectId: null, given: { collection: null, item: null } };
    const [row] = await told(from);
    await host.app
      .get(UnitOfWork)
      .run(ACME, (work) =>
        host.app.get(RowWriter).change(work, [{ id: Number(row?.id), content: { about } }]),
      );

    expect(await told(moved)).toMatchObject([{ who: ALICE, important: true, mention: true }]);
  });

  test('a mail that was refused is a dead letter, whatever the transport', async () => {
    host.mail.failWith(new MailFailure('refused', '550 no such user'), 'bob@tenant2.example');
    await notifier.notify(GLOBEX, BOB + 100, new InvoicePaid(invoice()));
    await eventually(async () => {
      const { rows } = await host.admin.query<{ last_answer: string }>(
        'SELECT last_answer FROM mail_deliveries WHERE state = 3',
      );
      expect(rows).toEqual([{ last_answer: '550 no such user' }]);
    });
  });
});
