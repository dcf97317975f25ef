import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An address is one person's however it is written; and a person's tokens are read in pages. */
export class KeepEmailsApart1700000112000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users DROP CONSTRAINT users_tenant_id_email_key');
    await runner.query('CREATE UNIQUE INDEX users_tenant_id_email_key ON users (tenant_id, lower(email))');
    await runner.query('DROP INDEX access_tokens_of_user');
    await runner.query('CREATE INDEX access_tokens_of_user ON access_tokens (tenant_id, user_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX access_tokens_of_user');
    await runner.query('CREATE INDEX access_tokens_of_user ON access_tokens (tenant_id, user_id)');
    await runner.query('DROP INDEX users_tenant_id_email_key');
    await runner.query('ALTER TABLE users ADD UNIQUE (tenant_id, email)');
  }
}
