import type { QueryRunner } from 'typeorm';
import { SWEEPER_ROLE, TENANT_ROLE } from './tenant-table.js';

/**
 * Makes a function that looks across tenants: it runs as the sweeper role, under its policies, and every login of
 * the product may call it. Handing it over takes membership of the new owner, and CREATE on the schema for a moment.
 */
export async function createSweeperFunction(runner: QueryRunner, name: string, rest: string): Promise<void> {
  await runner.query(`CREATE FUNCTION ${name}() ${rest}`);
  await runner.query(`ALTER FUNCTION ${name}() SECURITY DEFINER SET search_path = public, pg_temp`);
  await runner.query(`REVOKE ALL ON FUNCTION ${name}() FROM PUBLIC`);
  await runner.query(`GRANT EXECUTE ON FUNCTION ${name}() TO ${TENANT_ROLE}`);
  await runner.query(`GRANT ${SWEEPER_ROLE} TO CURRENT_USER`);
  await runner.query(`GRANT CREATE ON SCHEMA public TO ${SWEEPER_ROLE}`);
  await runner.query(`ALTER FUNCTION ${name}() OWNER TO ${SWEEPER_ROLE}`);
  await runner.query(`REVOKE CREATE ON SCHEMA public FROM ${SWEEPER_ROLE}`);
}
