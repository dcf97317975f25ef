import { conditionSql } from './condition-sql.js';
import type { Condition, Operand, RowOrder, Sight } from './row-query.js';
import type { RowSql } from './row-sql.js';

/** The first so many rows in an order, where that is all that is wanted. */
interface Top {
  readonly order: readonly RowOrder[];
  readonly rows: number;
}

/** Where inbox rows come from: SQL that calls them `n`, and the conditions that are left for after the joins. */
export interface Source {
  readonly rows: string;
  readonly rest: Condition;
}

/**
 * Rows of certain people come from the two indexes that begin with the person, each asked for by what it holds; were
 * the table named alone, the planner could use neither and would read the tenant. What a row alone decides is asked
 * there too, and with nothing left to ask no more of a crowded inbox is read than the page. All others are the table.
 */
export function sourceOf(where: Condition, sight: Sight, sql: RowSql, top?: Top): Source {
  const parts = conjunctsOf(where);
  const named = sight.everybody ? parts.find(namesRecipients) : undefined;
  if (sight.everybody && !named) return { rows: 'notifications n', rest: where };

  const whose = named ? sql.recipientsAmong(named.test.values) : sql.viewer;
  const left = parts.filter((part) => part !== named);
  const own = left.filter(isOfRowAlone);
  const rest = left.filter((part) => !own.includes(part));
  const conditions = [
    `n.tenant_id = $1`,
    `n.recipient_id = ${whose}`,
    ...own.map((part) => conditionSql(part, sql)),
  ];
  const page = top && rest.length === 0 ? pageOf(top) : '';
  const branches = ['n.archived_at IS NULL', 'n.archived_at IS NOT NULL']
    .filter((state) => !conditions.includes(opposite(state)))
    .map((state) => `(SELECT * FROM notifications n WHERE ${[...conditions, state].join(' AND ')} ${page})`);
  return { rows: `(${branches.join(' UNION ALL ')}) n`, rest: { all: rest } };
}

type RecipientsNamed = { readonly test: { readonly values: readonly unknown[] } };

function conjunctsOf(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(conjunctsOf) : [condition];
}

function namesRecipients(part: Condition): part is Condition & RecipientsNamed {
  if (!('operand' in part) || part.not || part.test.is !== 'among') return false;
  return 'column' in part.operand && !('person' in part.operand) && part.operand.column === 'recipient';
}

function isOfRowAlone(part: Condition): boolean {
  if ('all' in part) return part.all.every(isOfRowAlone);
  if ('any' in part) return part.any.every(isOfRowAlone);
  return isOwnColumn(part.operand);
}

function isOwnColumn(operand: Operand): boolean {
  if ('part' in operand) return true;
  return !('person' in operand) && ['id', 'time', 'status'].includes(operand.column);
}

function opposite(state: string): string {
  return state === 'n.archived_at IS NULL' ? 'n.archived_at IS NOT NULL' : 'n.archived_at IS NULL';
}

/** Of an order by id alone each branch is in that order already. */
function pageOf({ order, rows }: Top): string {
  const [first, ...others] = order;
  const isById = !first || ('column' in first.by && !('person' in first.by) && first.by.column === 'id');
  if (!isById || others.length > 0) return '';
  return `ORDER BY n.id ${first?.descending ? 'DESC' : 'ASC'} LIMIT ${rows}`;
}
