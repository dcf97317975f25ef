import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { TenantScope } from '../domain/tenant-scope.js';
import { TENANT_ROLE, TENANT_SETTING } from './tenant-table.js';

/** One transaction in one tenant, shared by the host's services and the library. */
export class Work {
  constructor(
    readonly scope: TenantScope,
    readonly manager: EntityManager,
    private readonly runner: QueryRunner,
    private readonly committed: (() => void)[],
  ) {}

  /** Every read and write names its tenant in SQL; row-level security is there for the one that forgets. */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.runner.query(sql, [...parameters], true);
    return result.records as Row[];
  }

  /** Returns how many rows an INSERT, UPDATE or DELETE touched. */
  async change(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.runner.query(sql, [...parameters], true);
    return result.affected ?? 0;
  }

  /** Runs when the transaction is on record, and never if it rolls back. Must not throw. */
  afterCommit(action: () => void): void {
    this.committed.push(action);
  }
}

@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  async run<Result>(scope: TenantScope, body: (work: Work) => Promise<Result>): Promise<Result> {
    const committed: (() => void)[] = [];
    const result = await this.dataSource.transaction(async (manager) =>
      body(await enter(scope, manager, committed)),
    );
    for (const action of committed) action();
    return result;
  }

  /**
   * Goes on in a transaction of the host's own, which from here on sees this tenant alone. Nobody here learns of its
   * commit: what would be done after it is left to the sweeper.
   */
  join(scope: TenantScope, manager: EntityManager): Promise<Work> {
    return enter(scope, manager, []);
  }
}

/** Takes the tenant's role and name until the transaction ends. */
async function enter(scope: TenantScope, manager: EntityManager, committed: (() => void)[]): Promise<Work> {
  const runner = manager.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('A unit of work needs a transaction.');
  await runner.query(
    `SELECT set_config('role', '${TENANT_ROLE}', true), set_config('${TENANT_SETTING}', $1, true)`,
    [String(scope.tenantId)],
  );
  return new Work(scope, manager, runner, committed);
}
