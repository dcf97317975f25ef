import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { Work } from '../../../libs/notifications/src/persistence/unit-of-work.js';

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: PlanNode[];
}

/** A unit of work that runs each statement under EXPLAIN ANALYZE first and keeps the plan, then for its answer. */
export class ExplainingWork extends Work {
  readonly plans: PlanNode[] = [];

  override async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    await this.explain(sql, parameters);
    return super.rows<Row>(sql, parameters);
  }

  override async change(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    await this.explain(sql, parameters);
    return super.change(sql, parameters);
  }

  /** Inside a savepoint: an UPDATE that is explained has been done. */
  private async explain(sql: string, parameters: readonly unknown[]): Promise<void> {
    await super.rows('SAVEPOINT explained');
    const [row] = await super.rows<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`,
      parameters,
    );
    await super.rows('ROLLBACK TO SAVEPOINT explained');
    if (row?.['QUERY PLAN'][0]) this.plans.push(row['QUERY PLAN'][0].Plan);
  }
}

/** Runs `body` as the product's login, in its role and one tenant; gives the plans, and leaves nothing behind. */
export async function explained(
  dataSource: DataSource,
  tenantId: number,
  body: (work: Work) => Promise<unknown>,
): Promise<PlanNode[]> {
  const runner: QueryRunner = dataSource.createQueryRunner();
  const manager: EntityManager = runner.manager;
  await runner.startTransaction();
  try {
    await runner.query(
      `SELECT set_config('role', 'kendo_tenant', true), set_config('app.tenant_id', $1, true)`,
      [String(tenantId)],
    );
    const work = new ExplainingWork({ tenantId }, manager, runner, []);
    await body(work);
    return work.plans;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Every node of the plans, flat. */
export function nodesOf(plans: readonly PlanNode[]): PlanNode[] {
  return plans.flatMap((plan) => [plan, ...nodesOf(plan.Plans ?? [])]);
}

/** How many rows of a table were looked at, taken or thrown away. */
export function rowsRead(plans: readonly PlanNode[]): number {
  return nodesOf(plans)
    .filter((node) => node['Relation Name'] !== undefined && node['Node Type'].includes('Scan'))
    .map((node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'])
    .reduce((sum, rows) => sum + rows, 0);
}

/** The large tables that were read from end to end. */
export function tablesScanned(plans: readonly PlanNode[], large: readonly string[]): string[] {
  return nodesOf(plans)
    .filter((node) => node['Node Type'] === 'Seq Scan' && large.includes(node['Relation Name'] ?? ''))
    .map((node) => node['Relation Name'] ?? '');
}
