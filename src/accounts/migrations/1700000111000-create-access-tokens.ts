import { protectTenantTable, TENANT_ROLE } from '@kendo/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccessTokens1700000111000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE access_token_ids');
    await runner.query(`GRANT USAGE ON SEQUENCE access_token_ids TO ${TENANT_ROLE}`);
    await createTokens(runner);
    await protectTenantTable(runner, 'access_tokens');
    await createLookup(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION access_token_with_role(bigint, bigint)');
    await runner.query('DROP TABLE access_tokens');
    await runner.query('DROP SEQUENCE access_token_ids');
  }
}

/** A token without a user is a service's. The secret itself is kept nowhere. */
async function createTokens(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE access_tokens (
    tenant_id bigint NOT NULL REFERENCES tenants (id),
    id bigint NOT NULL DEFAULT nextval('access_token_ids'),
    user_id bigint,
    name text NOT NULL,
    hash bytea NOT NULL,
    abilities text[] NOT NULL,
    app_name text,
    app_icon text,
    expires_at timestamptz,
    last_used_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE
  )`);
  await runner.query('CREATE INDEX access_tokens_of_user ON access_tokens (tenant_id, user_id)');
}

/**
 * Every request begins with this look-up, so it is one statement and not a unit of work of four. The caller's rights
 * apply, row-level security with them: the tenant is set first, for this statement alone.
 */
async function createLookup(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE FUNCTION access_token_with_role(of_tenant bigint, token bigint)
    RETURNS TABLE (id bigint, user_id bigint, hash bytea, abilities text[], app_name text, app_icon text,
      expired boolean, used_lately boolean, admin boolean, permissions text[])
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM set_config('app.tenant_id', of_tenant::text, true);
      RETURN QUERY SELECT t.id, t.user_id, t.hash, t.abilities, t.app_name, t.app_icon,
        coalesce(t.expires_at <= now(), false),
        coalesce(t.last_used_at > now() - interval '1 minute', false),
        coalesce(r.admin, false), coalesce(r.permissions, '{}')
      FROM access_tokens t
      LEFT JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.user_id
      LEFT JOIN roles r ON r.tenant_id = u.tenant_id AND r.id = u.role_id
      WHERE t.tenant_id = of_tenant AND t.id = token;
    END $$`);
  await runner.query('REVOKE ALL ON FUNCTION access_token_with_role(bigint, bigint) FROM PUBLIC');
  await runner.query(`GRANT EXECUTE ON FUNCTION access_token_with_role(bigint, bigint) TO ${TENANT_ROLE}`);
}
