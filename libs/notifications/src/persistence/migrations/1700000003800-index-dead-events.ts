import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dead events are few, and are looked for among all that ever happened. Dead letters have an index of their own. */
export class IndexDeadEvents1700000003800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX notification_events_dead ON notification_events (tenant_id, id) WHERE state = 2',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notification_events_dead');
  }
}
