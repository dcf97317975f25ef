import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row whose content is rewritten gets an event of its own, which says so: what others have of the first one stays
 * as it was, and who reads a row reads one event as ever. The fan-out writes nothing into the column.
 */
export class LetRowsBeRewritten1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notification_events ADD COLUMN rewritten_for bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notification_events DROP COLUMN rewritten_for');
  }
}
