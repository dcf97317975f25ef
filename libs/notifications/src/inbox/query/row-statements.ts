import { conditionSql } from './condition-sql.js';
import type { Condition, Measure, Operand, RowQuery, RowSummary, Sight } from './row-query.js';
import { type Source, sourceOf } from './row-source.js';
import type { RowSql } from './row-sql.js';

/** Answers each row's values under the names `c0`, `c1`, and so on. */
export function queryStatement(query: RowQuery, sight: Sight, sql: RowSql): string {
  const columns = query.select.map((one) =>
    isOperand(one) ? sql.expression(one).sql : conditionSql(one, sql),
  );
  const order = query.order.map(({ by, descending }) => sql.expression(by).sql + directionOf(descending));
  const top = { order: query.order, rows: query.limit + query.offset };
  return `SELECT ${namedColumns(columns)} ${fromWhere(sourceOf(query.where, sight, sql, top), sql)}
    ORDER BY ${[...order, `n.id${directionOf(query.order.at(-1)?.descending ?? false)}`].join(', ')} ${pageSql(query, sql)}`;
}

/** As a query's; groups come before measures. Without groups it is one row. */
export function summaryStatement(summary: RowSummary, sight: Sight, sql: RowSql): string {
  const groups = summary.groupBy.map((operand) => sql.expression(operand).sql);
  const columns = [...groups, ...summary.measures.map((measure) => measureSql(measure, sql))];
  const order = summary.order.map(({ place, descending }) => `${place + 1}${directionOf(descending)}`);
  return `SELECT ${namedColumns(columns)} ${fromWhere(sourceOf(summary.where, sight, sql), sql)}
    ${groups.length > 0 ? `GROUP BY ${groups.map((_, index) => index + 1).join(', ')}` : ''}
    ${order.length > 0 ? `ORDER BY ${order.join(', ')}` : ''} ${pageSql(summary, sql)}`;
}

export function countStatement(where: Condition, sight: Sight, sql: RowSql): string {
  return `SELECT count(*) AS c0 ${fromWhere(sourceOf(where, sight, sql), sql)}`;
}

function fromWhere({ rows, rest }: Source, sql: RowSql): string {
  const condition = conditionSql(rest, sql);
  return `FROM ${rows}\n${sql.joins}\nWHERE n.tenant_id = $1 AND ${condition}`;
}

function isOperand(one: Operand | Condition): one is Operand {
  return 'column' in one || 'part' in one;
}

function namedColumns(columns: readonly string[]): string {
  return columns.map((column, index) => `${column} AS c${index}`).join(', ');
}

function directionOf(descending: boolean): string {
  return descending ? ' DESC' : ' ASC';
}

function pageSql({ limit, offset }: { limit: number; offset: number }, sql: RowSql): string {
  return `LIMIT ${sql.bind(limit, 'bigint')} OFFSET ${sql.bind(offset, 'bigint')}`;
}

function measureSql(measure: Measure, sql: RowSql): string {
  if (measure.of === 'rows') return 'count(*)::text';
  const { by, distinct } = measure;
  const value = `${by}(${distinct ? 'DISTINCT ' : ''}${sql.expression(measure.of).sql})`;
  return by === 'min' || by === 'max' ? value : `${value}::text`;
}
