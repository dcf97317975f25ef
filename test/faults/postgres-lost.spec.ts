import type { Client as Admin } from 'pg';
import { eventually } from '../support/eventually.ts';
import { handOver } from '../support/handoff.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { Link } from '../support/link.ts';
import { metricsAt } from '../support/metrics.ts';
import { asAdmin } from '../support/postgres/admin.ts';
import { audit, SOUND, waiting } from '../support/postgres/audit.ts';
import { createTemplateDatabase } from '../support/postgres/template-database.ts';
import { freePort } from '../support/process/free-port.ts';
import { Scene, type Issue } from '../support/scene.ts';
import { postgres } from '../support/services/postgres.ts';
import { provision } from '../support/services/provision.ts';
import type { Server } from '../support/services/service.ts';

interface Outcome {
  readonly status: number;
  readonly milliseconds: number;
}

/** A PostgreSQL of this file's own, since it is made to crash; behind a link, which the tests cut. */
describe('PostgreSQL lost in the middle of work', () => {
  let server: Server;
  let link: Link;
  let kendo: Kendo;
  let issue: Issue;
  let metricsPort: number;

  beforeAll(async () => {
    server = await provision(postgres, { env: {}, log: () => {} });
    link = await Link.to(server.url);
    metricsPort = await freePort();
    /* For this file alone: each has an environment of its own. */
    handOver('KENDO_TEST_POSTGRES', await createTemplateDatabase(link.url));
    kendo = await startKendo({
      settings: { DELIVERY: 'off', METRICS_PORT: String(metricsPort) },
      expectedErrors: /A (request|piece of work) failed/,
    });
    kendo.startWorker({ METRICS_PORT: '' });
    await ask((admin) => admin.query('UPDATE users SET email_notifications = false'));
    const scene = new Scene(kendo);
    issue = await scene.issue('alice');
    /* Whoever comments below watches already: who begins to in the middle is no watcher yet of what is told meanwhile. */
    for (const author of ['bob', 'carol']) await scene.comment(author, issue);
    await scene.rowsWhen('alice', issue, 2);
  }, 60_000);
  afterAll(async () => {
    await kendo?.stop();
    await link?.down();
    await server?.stop();
  });

  /** No connection is kept, since each may be lost at any time. */
  function ask<Result>(question: (admin: Admin) => Promise<Result>): Promise<Result> {
    const url = new URL(link.url);
    url.pathname = new URL(kendo.database.url).pathname;
    return asAdmin(url.href, async (admin) => {
      admin.on('error', () => {});
      return question(admin);
    });
  }

  async function comment(author: string): Promise<Outcome> {
    const path = `/api/projects/${issue.project_id}/issues/${issue.key}/comments`;
    const begin = performance.now();
    const { status } = await kendo.as(author).post(path, { body: 'Still there?' });
    return { status, milliseconds: performance.now() - begin };
  }

  /** People comment all the while: before, during, and until it works again for each of them. */
  async function workThrough(disturb: () => Promise<unknown>): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    let isOver = false;
    const callers = ['alice', 'bob', 'carol'].map(async (author) => {
      for (let after = 0; after < 5;) {
        const outcome = await comment(author);
        outcomes.push(outcome);
        if (isOver && outcome.status === 201) after += 1;
      }
    });
    await eventually(() => expect(outcomes.length).toBeGreaterThan(20));
    await disturb();
    isOver = true;
    await Promise.all(callers);
    return outcomes;
  }

  /** Nothing lost and nothing doubled; nobody waited long, and nobody was told that a failure was their own. */
  async function expectSound(outcomes: readonly Outcome[]): Promise<void> {
    await eventually(async () => expect(await ask(waiting)).toBe(0));
    expect(await ask(audit)).toEqual(SOUND);
    expect(outcomes.filter(({ status }) => status !== 201 && status < 500)).toEqual([]);
    expect(Math.max(...outcomes.map(({ milliseconds }) => milliseconds))).toBeLessThan(5_000);
  }

  const ready = async () => (await kendo.withToken(null, 'nobody').get('/health/ready')).status;
  /** Those that the database has to be asked for. */
  const gauges = async () =>
    [...(await metricsAt(metricsPort)).keys()].filter((name) => name.startsWith('kendo_waiting'));
  const PRODUCT = `datname = current_database() AND application_name = 'kendo'`;

  test('by a crash: one of its processes is killed, and it starts anew from its log', async () => {
    const outcomes = await workThrough(() =>
      ask(async (admin) => {
        const { rows } = await admin.query<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE ${PRODUCT} LIMIT 1`,
        );
        await admin.query(`COPY (SELECT 1) TO PROGRAM 'kill -9 ${rows[0]?.pid}'`).catch(() => {});
      }),
    );

    await expectSound(outcomes);
  });

  test('by every connection, time and again', async () => {
    const outcomes = await workThrough(() =>
      ask(async (admin) => {
        for (let count = 0; count < 40; count += 1) {
          await admin.query(
            `SELECT pg_terminate_backend(pid), pg_sleep(0.02) FROM pg_stat_activity WHERE ${PRODUCT}`,
          );
        }
      }),
    );

    await expectSound(outcomes);
  });

  test('by being away: a clear answer at once, and everything again when it is back', async () => {
    const outcomes = await workThrough(async () => {
      await link.down();
      expect((await comment('bob')).status).toBeGreaterThanOrEqual(500);
      expect(await ready()).toBe(503);
      expect(await gauges()).toEqual([]);
      await link.up();
    });

    await expectSound(outcomes);
    await eventually(async () => expect(await ready()).toBe(200));
    expect(await gauges()).toContain('kendo_waiting{kind="events"}');
  });
});
