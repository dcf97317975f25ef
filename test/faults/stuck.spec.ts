import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { openServerDatabase } from '../../src/database/server-database.ts';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { audit, settled, SOUND, waiting } from '../support/postgres/audit.ts';
import { Gate } from '../support/postgres/gate.ts';
import type { Child } from '../support/process/child.ts';
import { Scene } from '../support/scene.ts';

/** Shorter than the product's own, so that the test is. */
const LIMITS = { lock_timeout: '500', idle_in_transaction_session_timeout: '500' };

/** Neither dead nor alive: a process that is frozen, a lock that nobody lets go of. */
describe('who is stuck', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { DELIVERY: 'off' }, expectedErrors: /A piece of work failed/ });
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
  });
  afterAll(() => kendo?.stop());

  function startWorker(): Child {
    const url = new URL(kendo.database.url);
    for (const [name, value] of Object.entries(LIMITS)) url.searchParams.set(name, value);
    return kendo.startWorker({ DATABASE_URL: url.href });
  }

  test('in the middle of a fan-out leaves it to others', async () => {
    const issue = await scene.issue('alice');
    const worker = startWorker();
    const gate = await Gate.shutAt(admin, 'BEFORE INSERT ON notifications');
    await scene.comment('bob', issue);
    await gate.reached();
    const frozen = worker.kill('SIGSTOP');
    await gate.open();
    startWorker();
    await settled(admin, 8_000);

    expect(worker.running).toBe(true);
    expect(await audit(admin)).toEqual(SOUND);
    await worker.kill('SIGKILL');
    await frozen;
  });

  test('with a lock on one inbox holds up neither the others nor another tenant', async () => {
    const [open, stuck] = [await scene.issue('alice'), await scene.issue('carol')];
    await scene.comment('bob', stuck);
    await scene.rowsWhen('carol', stuck, 1);
    const holder = await kendo.database.admin();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM notification_heads WHERE recipient_id = $1 FOR UPDATE', [
      scene.idOf('carol'),
    ]);
    await scene.comment('bob', stuck);
    await scene.comment('bob', open);
    await inGlobex();

    await scene.rowsWhen('alice', open, 1);
    await eventually(async () => expect(await waiting(admin)).toBe(1));
    await holder.query('COMMIT');
    await scene.rowsWhen('carol', stuck, 2);
    expect(await audit(admin)).toEqual(SOUND);
  });

  test('is given up by PostgreSQL itself, which the product tells for how long to wait', async () => {
    const { options } = await openServerDatabase(kendo.database.url);
    const dataSource = await new DataSource(options).initialize();
    const limits = await dataSource.query<{ name: string; seconds: number }[]>(
      `SELECT name, setting::int / 1000 AS seconds FROM pg_settings WHERE name LIKE '%timeout' AND source = 'client'`,
    );
    await dataSource.destroy();

    expect(Object.fromEntries(limits.map(({ name, seconds }) => [name, seconds]))).toEqual({
      lock_timeout: 5,
      statement_timeout: 30,
      idle_in_transaction_session_timeout: 30,
    });
  });

  /** Somebody is added to a project of the other tenant, and told. */
  async function inGlobex(): Promise<void> {
    const project = kendo.demo.tenants[1]?.projects[0];
    const gina = kendo.as('gina', 'globex');
    const path = `/api/projects/${project?.id}/members`;
    await gina.delete(`${path}/${scene.idOf('hugo', 'globex')}`);
    expect((await gina.post(path, { user_id: scene.idOf('hugo', 'globex') })).status).toBe(201);
  }
});
