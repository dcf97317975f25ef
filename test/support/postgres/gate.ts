import type { Client } from 'pg';
import { eventually } from '../eventually.ts';

let gates = 0;

/**
 * A place in the product's own transactions at which they wait while the test holds the gate shut: a trigger that
 * asks for a lock. It stands where SQL says, as in `BEFORE INSERT ON notifications`.
 */
export class Gate {
  private constructor(
    private readonly admin: Client,
    private readonly number: number,
  ) {}

  /** Shut from the beginning; `condition` may speak of NEW. */
  static async shutAt(admin: Client, place: string, condition = 'true'): Promise<Gate> {
    return Gate.shut(admin, `TRIGGER % ${place} FOR EACH ROW`, condition);
  }

  /** In the COMMIT of transactions that insert into, or update, the table. */
  static async shutAtCommit(admin: Client, table: string, condition = 'true'): Promise<Gate> {
    const place = `AFTER INSERT OR UPDATE ON ${table} DEFERRABLE INITIALLY DEFERRED`;
    return Gate.shut(admin, `CONSTRAINT TRIGGER % ${place} FOR EACH ROW`, condition);
  }

  private static async shut(admin: Client, trigger: string, condition: string): Promise<Gate> {
    const number = (gates += 1);
    const name = `gate_${number}`;
    await admin.query(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_advisory_lock_shared(${number});
      PERFORM pg_advisory_unlock_shared(${number});
      RETURN NEW;
    END $$`);
    await admin.query('SELECT pg_advisory_lock($1)', [number]);
    await admin.query(`CREATE ${trigger.replace('%', name)} WHEN (${condition}) EXECUTE FUNCTION ${name}()`);
    return new Gate(admin, number);
  }

  /** Waits until so many transactions stand before it. */
  async reached(count = 1): Promise<void> {
    await eventually(async () => {
      const { rows } = await this.admin.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_locks JOIN pg_database d ON d.oid = database
         WHERE locktype = 'advisory' AND objid = $1 AND NOT granted AND datname = current_database()`,
        [this.number],
      );
      expect(rows[0]?.waiting).toBe(count);
    });
  }

  /** For good: nobody waits here any more. */
  async open(): Promise<void> {
    await this.admin.query('SELECT pg_advisory_unlock($1)', [this.number]);
  }
}
