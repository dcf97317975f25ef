import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row whose content is rewritten gets an event of its own, which says so: what others have of the first one stays
 * as it was, and who reads a row reads one event as ever. The fan-out writes nothing into the column.
 */
export class LetRowsBeRewritten1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notification_events ADD COLUMN rewritten_for bigint');
    await createFold(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION notification_fold(text)');
    await runner.query('ALTER TABLE notification_events DROP COLUMN rewritten_for');
  }
}

/** In lower case whatever the database's own locale, which may know of ASCII alone; a server without ICU has no other. */
async function createFold(runner: QueryRunner): Promise<void> {
  const [{ known } = { known: false }] = (await runner.query(
    `SELECT EXISTS (SELECT FROM pg_collation WHERE collname = 'und-x-icu') AS known`,
  )) as { known: boolean }[];
  await runner.query(`CREATE FUNCTION notification_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT lower($1${known ? ' COLLATE "und-x-icu"' : ''}) $$`);
}
