import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For reading a person's threads by their last action, dismissed ones too. The index of the archive costs a fan-out
 * nothing, since no row is born archived; what the other one costs is in docs/decisions.
 */
export class IndexWholeThreads1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX notification_threads_latest
       ON notification_threads (tenant_id, recipient_id, last_action_at, last_event_id)`,
    );
    await runner.query(
      `CREATE INDEX notifications_of_thread_archive
       ON notifications (tenant_id, thread_id, id) WHERE archived_at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notification_threads_latest, notifications_of_thread_archive');
  }
}
