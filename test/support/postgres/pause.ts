import type { Client } from 'pg';
import { eventually } from '../eventually.ts';
import type { Database } from './database.ts';

/**
 * Nobody begins to write to a table from when those who do at this moment have committed: a lock on the table, for
 * which the test stands in line before them. Reading goes on.
 */
export class Pause {
  private constructor(
    private readonly holder: Client,
    private readonly granted: Promise<unknown>,
  ) {}

  /** Resolves when the pause stands in line. */
  static async before(database: Database, table: string): Promise<Pause> {
    const holder = await database.admin();
    const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await holder.query('BEGIN');
    const pause = new Pause(holder, holder.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`));
    const watcher = await database.admin();
    await eventually(async () => {
      const waiting = await watcher.query('SELECT FROM pg_locks WHERE pid = $1 AND NOT granted', [
        rows[0]?.pid,
      ]);
      expect(waiting.rows).toHaveLength(1);
    });
    return pause;
  }

  async begun(): Promise<void> {
    await this.granted;
  }

  async end(): Promise<void> {
    await this.holder.query('COMMIT');
  }
}
