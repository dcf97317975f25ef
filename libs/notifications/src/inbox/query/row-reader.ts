import { Injectable } from '@nestjs/common';
import { HostRelations } from '../../persistence/host-relations.js';
import type { Work } from '../../persistence/unit-of-work.js';
import { withinTime } from '../../persistence/within-time.js';
import type { Condition, RowQuery, RowSummary, Sight } from './row-query.js';
import { RowSql } from './row-sql.js';
import { countStatement, queryStatement, summaryStatement } from './row-statements.js';

/** The values of one row, in the order in which they were selected. */
export type RowValues = readonly unknown[];

/** Reads inbox rows as a table: by any condition, in any order, summed up in any way. Takes no longer than 2 s. */
@Injectable()
export class RowReader {
  constructor(private readonly host: HostRelations) {}

  rows(work: Work, sight: Sight, query: RowQuery): Promise<RowValues[]> {
    return this.run(work, sight, (sql) => queryStatement(query, sight, sql));
  }

  /** Counts and sums are text, as exact as the database has them. */
  summary(work: Work, sight: Sight, summary: RowSummary): Promise<RowValues[]> {
    return this.run(work, sight, (sql) => summaryStatement(summary, sight, sql));
  }

  async count(work: Work, sight: Sight, where: Condition): Promise<number> {
    const [row] = await this.run(work, sight, (sql) => countStatement(where, sight, sql));
    return Number(row?.[0]);
  }

  private async run(work: Work, sight: Sight, statement: (sql: RowSql) => string): Promise<RowValues[]> {
    const sql = new RowSql(work.scope.tenantId, sight, this.host);
    const text = statement(sql);
    const rows = await withinTime(work, () => work.rows<Record<string, unknown>>(text, sql.parameters));
    return rows.map((row) => Object.values(row));
  }
}
