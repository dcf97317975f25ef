import fc from 'fast-check';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ItemReader } from '../../../libs/notifications/src/dialects/directus/items/item-reader.js';
import type { Caller } from '../../../libs/notifications/src/domain/caller.js';
import { EVERYTHING } from '../../../libs/notifications/src/inbox/query/row-query.js';
import { RowReader } from '../../../libs/notifications/src/inbox/query/row-reader.js';
import { UnitOfWork } from '../../../libs/notifications/src/persistence/unit-of-work.js';
import { TrackerRelations } from '../../../src/adapters/tracker-relations.js';
import { rightQuery } from '../../support/directus/right-query.ts';
import { createDatabase, type Database } from '../../support/postgres/database.ts';

const TENANT = 901;

/** Who sees the tenant's rows, and who their own. */
const callers = [true, false].map((manages): Caller => ({
  scope: { tenantId: TENANT },
  tokenId: 1,
  userId: 1,
  app: null,
  can: () => manages,
  hasAbility: () => true,
}));

/** What the parsers take, PostgreSQL takes too. */
describe('SQL of any right query', () => {
  let database: Database;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createDatabase();
    await fill(await database.admin());
    dataSource = new DataSource({ type: 'postgres', url: database.url, parseInt8: true });
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  test('runs, and shows who may see little no more than that', async () => {
    const unitOfWork = new UnitOfWork(dataSource);
    const users = { of: () => Promise.reject(new Error('Nobody asks.')), change: () => Promise.resolve() };
    const reader = new ItemReader(new RowReader(new TrackerRelations()), users);
    const read = (caller: Caller, raw: Readonly<Record<string, unknown>>) =>
      unitOfWork.run(caller.scope, (work) => reader.list(work, caller, raw));
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(rightQuery, async (raw) => {
        const [all, mine] = await Promise.all(callers.map((caller) => read(caller, raw)));
        shown += all?.data.length ?? 0;
        expect(mine?.meta?.['filter_count'] ?? 0).toBeLessThanOrEqual(all?.meta?.['total_count'] ?? 0);
        expect(JSON.stringify(mine)).not.toContain('other@acme.example');
      }),
      { numRuns: 400, seed: 20_261_120 },
    );
    expect(shown).toBeGreaterThan(100);
  });

  test('takes its limits back: what is written after it has the time that it had', async () => {
    await new UnitOfWork(dataSource).run({ tenantId: TENANT }, async (work) => {
      await work.rows(`SELECT set_config('statement_timeout', '7s', true), set_config('jit', 'on', true)`);

      await new RowReader(new TrackerRelations()).count(work, { userId: 1, everybody: true }, EVERYTHING);

      const rows = await work.rows(
        `SELECT current_setting('statement_timeout') AS timeout, current_setting('jit') AS jit`,
      );
      expect(rows).toEqual([{ timeout: '7s', jit: 'on' }]);
    });
  });
});

/** Two people with rows of every kind: archived and not, with and without a sender, a subject, words. */
async function fill(admin: Client): Promise<void> {
  const statements = [
    `INSERT INTO tenants (id, slug, name) VALUES (${TENANT}, 'tenant', 'Tenant')`,
    `INSERT INTO roles (tenant_id, id, name) VALUES (${TENANT}, 1, 'member')`,
    `INSERT INTO users (tenant_id, id, handle, first_name, last_name, email, role_id)
     VALUES (${TENANT}, 1, 'me', 'My', 'Self', 'me@acme.example', 1), (${TENANT}, 2, 'other', 'O', 'Ther', 'other@acme.example', 1)`,
    `INSERT INTO notification_events (tenant_id, id, name, actor_id, messages, body, params, state, subject_type, subject_id)
     SELECT ${TENANT}, i, 'direct', nullif(i % 3, 0), jsonb_build_object('direct', 'Line 100%_' || i),
       CASE WHEN i % 4 > 0 THEN 'Body ' || i END, CASE WHEN i % 2 = 0 THEN '{"item": "7"}' ELSE '{}' END::jsonb, 1,
       CASE WHEN i % 2 = 1 THEN 'issue' END, CASE WHEN i % 2 = 1 THEN i::text END
     FROM generate_series(1, 20) i`,
    `INSERT INTO notifications (tenant_id, id, event_id, recipient_id, thread_id, type, reason, archived_at)
     SELECT ${TENANT}, i, i, 1 + i % 2, 1, 8, 'direct', CASE WHEN i % 5 = 0 THEN now() END FROM generate_series(1, 20) i`,
  ];
  for (const statement of statements) await admin.query(statement);
}
