import { Client } from 'pg';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { Scene } from '../support/scene.ts';

/** The catalogue itself is asked, so that a table made tomorrow is looked at too. */
describe('row-level security', () => {
  let kendo: Kendo;
  let admin: Client;
  let login: Client;

  beforeAll(async () => {
    kendo = await startKendo();
    const scene = new Scene(kendo);
    const issue = await scene.issue('alice');
    await scene.comment('bob', issue, '@carol');
    await scene.rowsWhen('alice', issue, 1);
    admin = await kendo.database.admin();
    login = new Client({ connectionString: kendo.database.url });
    await login.connect();
  });
  afterAll(async () => {
    await login?.end();
    await kendo?.stop();
  });

  const tables = async (): Promise<string[]> => {
    const { rows } = await admin.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND a.attname = 'tenant_id'`,
    );
    return rows.map(({ name }) => name);
  };

  /** Runs as the product does: its login, its role, a tenant or none; and forgets it all. */
  async function inTenant<Row extends object>(tenantId: number | null, sql: string): Promise<Row[]> {
    await login.query('BEGIN');
    try {
      await login.query(`SELECT set_config('role', 'kendo_tenant', true)`);
      if (tenantId !== null)
        await login.query(`SELECT set_config('app.tenant_id', $1, true)`, [String(tenantId)]);
      return (await login.query<Row>(sql)).rows;
    } finally {
      await login.query('ROLLBACK');
    }
  }

  test('every table has a tenant, but for the few that are about none', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`,
    );
    const known = await tables();

    expect(known).toContain('notifications');
    expect(
      rows
        .map(({ name }) => name)
        .filter((name) => !known.includes(name))
        .sort(),
    ).toEqual(['migrations', 'tenants']);
  });

  test('every tenant table has row-level security, forced, and a policy for the tenant role', async () => {
    const { rows } = await admin.query<{ name: string; enabled: boolean; forced: boolean; policies: number }>(
      `SELECT relname AS name, relrowsecurity AS enabled, relforcerowsecurity AS forced, (
         SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'
           AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL) AS policies
       FROM pg_class c WHERE relname = ANY($1)`,
      [await tables()],
    );

    for (const row of rows) expect(row).toEqual({ name: row.name, enabled: true, forced: true, policies: 1 });
  });

  test('every key and index of a tenant table is led by tenant_id, and every foreign key', async () => {
    const { rows } = await admin.query<{ name: string; leads: string }>(
      `SELECT i.indexrelid::regclass::text AS name, a.attname AS leads FROM pg_index i
       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       JOIN pg_class c ON c.oid = i.indrelid WHERE c.relname = ANY($1)
       UNION ALL
       SELECT k.conname, a.attname FROM pg_constraint k
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       JOIN pg_class c ON c.oid = k.conrelid WHERE c.relname = ANY($1) AND k.contype IN ('f', 'p', 'u')`,
      [await tables()],
    );

    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(({ leads }) => leads !== 'tenant_id')).toEqual([]);
  });

  test('the login is neither superuser nor owner, and may not bypass', async () => {
    const { rows } = await login.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, (
         SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owns
       FROM pg_roles WHERE rolname = current_user`,
    );

    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owns: 0 }]);
  });

  test('a query without its tenant predicate sees nothing of another tenant', async () => {
    const [acme, globex] = kendo.demo.tenants;
    for (const table of await tables()) {
      const sql = `SELECT DISTINCT tenant_id::int AS tenant FROM ${table}`;
      for (const tenant of [acme, globex]) {
        const seen = await inTenant<{ tenant: number }>(tenant?.id ?? 0, sql);
        expect([table, seen.filter((row) => row.tenant !== tenant?.id)]).toEqual([table, []]);
      }
      expect([table, await inTenant(null, sql)]).toEqual([table, []]);
    }
    expect(await inTenant(acme?.id ?? 0, 'SELECT 1 FROM notifications')).not.toEqual([]);
    expect(await inTenant(globex?.id ?? 0, 'SELECT 1 FROM notifications')).toEqual([]);
  });

  test('nothing can be written into, or moved to, another tenant', async () => {
    const [acme, globex] = kendo.demo.tenants;
    const foreign = `INSERT INTO notification_preferences (tenant_id, user_id) VALUES (${globex?.id}, 1)`;
    const moved = `UPDATE notifications SET tenant_id = ${globex?.id}`;

    await expect(inTenant(acme?.id ?? 0, foreign)).rejects.toThrow(/row-level security/);
    await expect(inTenant(acme?.id ?? 0, moved)).rejects.toThrow(/row-level security/);
    expect(await inTenant(globex?.id ?? 0, 'DELETE FROM notifications RETURNING id')).toEqual([]);
  });

  test('two looks go across tenants: pairs of tenant and kind, and sums of all; nothing else runs as another role', async () => {
    const { rows } = await admin.query(
      `SELECT p.proname AS name, r.rolname AS owner, pg_get_function_result(p.oid) AS answers,
         has_function_privilege('public', p.oid, 'EXECUTE') AS open
       FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE p.prosecdef ORDER BY 1`,
    );
    const sweeper = { owner: 'kendo_sweeper', open: false };

    expect(rows).toEqual([
      {
        ...sweeper,
        name: 'notification_backlog',
        answers: 'TABLE(kind text, waiting integer, oldest timestamp with time zone)',
      },
      { ...sweeper, name: 'notification_due_work', answers: 'TABLE(tenant_id bigint, kind text)' },
    ]);
    await expect(login.query(`SET ROLE kendo_sweeper`)).rejects.toThrow(/permission denied/);
  });

  test('the sums are of all tenants, whoever asks, and of what waits alone', async () => {
    const event = `INSERT INTO notification_events (tenant_id, name, messages, params, due_at, state)
      SELECT id, 'none', '{}', '{}', now() + interval '1 hour', $1 FROM tenants`;
    await admin.query(event, [0]);
    await admin.query(event, [2]);
    const [, globex] = kendo.demo.tenants;
    const [events] = await inTenant(globex?.id ?? 0, 'SELECT * FROM notification_backlog()');

    expect(events).toEqual({ kind: 'events', waiting: kendo.demo.tenants.length, oldest: expect.any(Date) });
  });
});
