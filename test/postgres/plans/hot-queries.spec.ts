import { EventEmitter2 } from '@nestjs/event-emitter';
import { DataSource } from 'typeorm';
import { DeadLetters } from '../../../libs/notifications/src/delivery/dead-letters.js';
import { MailBatches } from '../../../libs/notifications/src/delivery/mail-batches.js';
import type { TenantSites } from '../../../libs/notifications/src/delivery/tenant-sites.js';
import { UnsubscribeLinks } from '../../../libs/notifications/src/delivery/unsubscribe-links.js';
import { Announcer } from '../../../libs/notifications/src/announcing/announcer.js';
import { DeadEvents } from '../../../libs/notifications/src/dispatch/dead-events.js';
import { FanOut } from '../../../libs/notifications/src/dispatch/fan-out.js';
import { TooSlowError } from '../../../libs/notifications/src/domain/errors.js';
import { InboxReader } from '../../../libs/notifications/src/inbox/inbox-reader.js';
import { InboxWriter } from '../../../libs/notifications/src/inbox/inbox-writer.js';
import { EVERYTHING, type RowQuery } from '../../../libs/notifications/src/inbox/query/row-query.js';
import { RowReader } from '../../../libs/notifications/src/inbox/query/row-reader.js';
import { ThreadReader } from '../../../libs/notifications/src/inbox/thread-reader.js';
import type { ThreadFilter } from '../../../libs/notifications/src/inbox/whole-thread.js';
import { WholeThreadReader } from '../../../libs/notifications/src/inbox/whole-thread-reader.js';
import { Backlog } from '../../../libs/notifications/src/metrics/backlog.js';
import { NoMetrics } from '../../../libs/notifications/src/metrics/no-metrics.js';
import { PeopleService } from '../../../libs/notifications/src/people/people.service.js';
import type { UnitOfWork, Work } from '../../../libs/notifications/src/persistence/unit-of-work.js';
import { InProcessWorkQueue } from '../../../libs/notifications/src/queue/in-process-work-queue.js';
import { EventRegistry } from '../../../libs/notifications/src/types/event-registry.js';
import { TrackerRelations } from '../../../src/adapters/tracker-relations.js';
import { createDatabase, type Database } from '../../support/postgres/database.ts';
import { explained, type PlanNode, rowsRead, tablesScanned } from '../../support/postgres/explaining-work.ts';
import { explainedFunction } from '../../support/postgres/explained-function.ts';
import {
  CROWDED_PERSON,
  CROWDED_THREADS,
  fillWithAMillionRows,
  TENANTS,
} from '../../support/postgres/million-rows.ts';

const LARGE = [
  'notifications',
  'notification_events',
  'notification_threads',
  'notification_heads',
  'mail_deliveries',
  'channel_deliveries',
  'issue_watchers',
  'users',
];

const host = new TrackerRelations();
const reader = new InboxReader(host);
const writer = new InboxWriter();
const rows = new RowReader(host);
const queue = new InProcessWorkQueue();
const announcer = new Announcer(new EventEmitter2());
const deadLetters = new DeadLetters(host, queue);
const deadEvents = new DeadEvents({} as UnitOfWork, announcer, queue, new NoMetrics());
const me = CROWDED_PERSON;
const mine = { userId: me, everybody: false };
const all = { userId: me, everybody: true };
const [tenantId = 0] = TENANTS;
/** Of the tenants' indexes, by what looks across them. */
const PROBES = 10 * TENANTS.length;

/** The product's own statements, by its own login under its own policies, on a million inbox rows. */
describe('plans on a million rows', () => {
  let database: Database;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createDatabase();
    await fillWithAMillionRows(await database.admin());
    dataSource = new DataSource({ type: 'postgres', url: database.url, parseInt8: true });
    await dataSource.initialize();
  }, 120_000);
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  const plansOf = (body: (work: Work) => Promise<unknown>) => explained(dataSource, tenantId, body);

  function expectBounded(plans: PlanNode[], most: number): void {
    expect(plans.length).toBeGreaterThan(0);
    expect(tablesScanned(plans, LARGE)).toEqual([]);
    expect(rowsRead(plans)).toBeLessThanOrEqual(most);
  }

  /** What is done, and how many rows it may read for it: a page of 50 is read with its events and actors. */
  const reads: [string, number, (work: Work) => Promise<unknown>][] = [
    ['the inbox', 200, (work) => reader.list(work, me, { limit: 50 })],
    ['an older page', 200, (work) => reader.list(work, me, { limit: 50, before: 150_000 })],
    ['what is newer', 200, (work) => reader.list(work, me, { limit: 50, after: 150_000 })],
    ['what is unread', 200, (work) => reader.list(work, me, { limit: 50, unread: true })],
    ['the archive', 200, (work) => reader.list(work, me, { limit: 50, archived: true })],
    ['the counts', 250, (work) => reader.counts(work, me)],
    ['the state', 5, (work) => reader.state(work, me)],
    ['read 50', 200, (work) => writer.change(work, me, idsOf(50), 'read')],
    ['archive 50', 200, (work) => writer.change(work, me, idsOf(50), 'archive')],
    ['delete 50', 200, (work) => writer.delete(work, me, idsOf(50))],
    ['forgetting somebody with 143 rows', 1_000, (work) => new PeopleService().forget(work, 5)],
    /* Of the inbox and the archive, read in one order, one looks a row ahead of the page. */
    ['a table of mine', 401, (work) => rows.rows(work, mine, tableOf())],
    ['a late page of it', 401, (work) => rows.rows(work, mine, { ...tableOf(), limit: 10, offset: 90 })],
    ['it from the end', 401, (work) => rows.rows(work, mine, { ...tableOf(), order: [newest] })],
    ['what of it is archived', 400, (work) => rows.rows(work, mine, tableOf(archived))],
    ['some of it by id', 40, (work) => rows.rows(work, mine, tableOf(amongIds))],
    ["a table of the tenant's", 400, (work) => rows.rows(work, all, tableOf())],
    ['one row of that', 5, (work) => rows.rows(work, all, tableOf(amongIds))],
    ['dead letters', 200, (work) => deadLetters.list(work, 50, deliveryOf(150_000))],
    ['dead letters sent again', 200, (work) => deadLetters.resend(work, idsOf(50).map(deliveryOf))],
    ['dead events', 50, (work) => deadEvents.list(work, 50, 150_000)],
    ['dead events sent again', 100, (work) => deadEvents.resend(work, idsOf(50))],
    ['a batch of due mail', 600, (work) => mailBatchesIn(work).claim({ tenantId }, 100, 60)],
  ];

  test.each(reads)('%s', async (_, most, body) => {
    expectBounded(await plansOf(body), most);
  });

  test('threads: a page of 30 looks at the latest rows of its threads alone', async () => {
    /* Of each thread: its newest row, at most 99 unread, the latest 50 with their events and actors. */
    const most = 31 * (1 + 99 + 50 * 3);
    expectBounded(await plansOf((work) => new ThreadReader(host).list(work, me, { limit: 30 })), most);
  });

  const wholeThreads: [string, ThreadFilter, earliestFirst: boolean][] = [
    ['all', {}, false],
    ['the earliest', {}, true],
    ['those in the inbox', { dismissed: false }, false],
    ['those dismissed', { dismissed: true }, false],
    ['of a project', { projectIds: [7] }, false],
    ['of a type', { types: ['issue'] }, false],
  ];

  test.each(wholeThreads)(
    'a page of whole threads, %s: index-bound, and their count',
    async (_, filter, earliestFirst) => {
      const query = { filter, earliestFirst, limit: 30, offset: 0 };
      const [, page, count] = await plansOf((work) => new WholeThreadReader(host).list(work, me, query));

      /* To find 30 of them: ten times as many, each by a probe of either index; for each of the 30 a dozen rows. */
      expectBounded(page ? [page] : [], 30 * 10 * 3 + 30 * 12);
      expectBounded(count ? [count] : [], CROWDED_THREADS * 4);
    },
  );

  test('a count that takes too long is given up, and says so', async () => {
    const admin = await database.admin();
    await admin.query('BEGIN; LOCK TABLE notification_threads');
    const list = plansOf((work) =>
      new WholeThreadReader(host).list(work, me, { filter: {}, limit: 30, offset: 0 }),
    );

    await expect(list).rejects.toThrow(TooSlowError);
    await admin.query('ROLLBACK');
  });

  test('dismissing a thread looks at its rows alone', async () => {
    expectBounded(await plansOf((work) => writer.changeThread(work, me, 100_000, 'archive')), 100);
  });

  test('read-all and seen touch what is unread and unseen', async () => {
    expect(tablesScanned(await plansOf((work) => writer.readAll(work, me)), LARGE)).toEqual([]);
    expect(tablesScanned(await plansOf((work) => writer.seeAll(work, me)), LARGE)).toEqual([]);
  });

  test('somebody with 200,000 rows is forgotten in one transaction of seconds', async () => {
    const start = performance.now();
    await plansOf((work) => new PeopleService().forget(work, me));

    /* Done twice, once to be explained; each time is about 1 s on two cores that are free. */
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('due work is found by a probe per tenant', async () => {
    expectBounded(await explainedFunction(await database.admin(), 'notification_due_work'), PROBES);
    expect(await dataSource.query('SELECT FROM notification_due_work()')).toHaveLength(TENANTS.length);
  });

  test('the backlog is counted up to its bound, and its oldest found by a probe per tenant', async () => {
    const most = 100_000;
    expectBounded(await explainedFunction(await database.admin(), 'notification_backlog'), most + PROBES);
    const [, mail] = await new Backlog(dataSource).read();
    expect(mail).toEqual({ kind: 'mail', count: most, oldest: expect.any(Number) });
  });

  test('a chunk of an audience of 30,000 reads a chunk', async () => {
    const plans = await plansOf(async (work) => {
      await work.rows(
        `INSERT INTO notification_events (tenant_id, name, actor_id, actor_name, messages, params, subject_type,
           subject_id, subject_title, watched_type, watched_id, gate_type, gate_id, due_at)
         VALUES ($1, 'issue.commented', 2, 'P Q', '{}', '{}', 'issue', '42', 'T', 'issue', 42, 'issues.read', 7, now())`,
        [tenantId],
      );
      const unitOfWork = within(work);
      const fanOut = new FanOut(
        unitOfWork,
        new EventRegistry([]),
        queue,
        new DeadEvents(unitOfWork, announcer, queue, new NoMetrics()),
        announcer,
        new NoMetrics(),
        host,
      );
      expect(await fanOut.next({ tenantId })).toBe(true);
    });

    /* Per recipient: watcher, person, reader's three tables, preferences. */
    expectBounded(plans, 5_000 * 12);
  });
});

/** What opens a unit of its own finds itself in this one. */
function within(work: Work): UnitOfWork {
  return { run: (_: unknown, body: (one: Work) => Promise<unknown>) => body(work) } as UnitOfWork;
}

function mailBatchesIn(work: Work): MailBatches {
  const sites = { of: async () => ({}) } as unknown as TenantSites;
  return new MailBatches(within(work), new UnsubscribeLinks(), sites, announcer, host);
}

/** Ids of the crowded person that are unread, spread over their 200,000. */
function idsOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index * 3_000 + 99);
}

const deliveryOf = (notificationId: number) => ({ channel: 'mail', notificationId });
const newest = { by: { column: 'id' }, descending: true } as const;
const amongIds = { operand: { column: 'id' }, test: { is: 'among', values: [200] } } as const;
const archived = { operand: { column: 'status' }, test: { is: 'among', values: ['archived'] } } as const;

/** A hundred rows with all that is told of them. */
function tableOf(where: RowQuery['where'] = EVERYTHING): RowQuery {
  const columns = [
    'id',
    'time',
    'status',
    'recipient',
    'sender',
    'line',
    'body',
    'collection',
    'item',
  ] as const;
  return { where, select: columns.map((column) => ({ column })), order: [], limit: 100, offset: 0 };
}
