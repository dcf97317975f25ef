import type { Condition, Operand, Test } from './row-query.js';
import type { RowSql } from './row-sql.js';

type Kind = Test['is'];
type TestOf<K extends Kind> = Extract<Test, { is: K }>;

/** What a test is written with: the operand as SQL, and a way to bind values of its type. */
interface Writing {
  readonly left: string;
  readonly not: boolean;
  /** Several values are bound as one list. */
  readonly bind: (value: unknown) => string;
  readonly bindText: (text: string) => string;
}

/** A condition as SQL over bound parameters. */
export function conditionSql(condition: Condition, sql: RowSql): string {
  if ('all' in condition) return joined(condition.all, 'AND', 'true', sql);
  if ('any' in condition) return joined(condition.any, 'OR', 'false', sql);
  const { operand, test, not = false } = condition;
  return statusSql(operand, test, not) ?? testSql(operand, test, not, sql);
}

function joined(parts: readonly Condition[], word: string, none: string, sql: RowSql): string {
  if (parts.length === 0) return none;
  return `(${parts.map((part) => conditionSql(part, sql)).join(` ${word} `)})`;
}

/** The inbox and the archive each have an index of their own, which a comparison of words would not find. */
function statusSql(operand: Operand, test: Test, not: boolean): string | null {
  if (!('column' in operand) || operand.column !== 'status' || test.is !== 'among') return null;
  if (test.values.includes(null)) return null;
  const [inbox, archived] = ['inbox', 'archived'].map((status) => test.values.includes(status) !== not);
  if (inbox === archived) return String(inbox);
  return inbox ? 'n.archived_at IS NULL' : 'n.archived_at IS NOT NULL';
}

function testSql(operand: Operand, test: Test, not: boolean, sql: RowSql): string {
  const { sql: left, type } = sql.expression(operand);
  const write = WRITERS[test.is] as (test: Test, writing: Writing) => string;
  return write(test, {
    left,
    not,
    bind: (value) => sql.bind(value, Array.isArray(value) ? `${type}[]` : type),
    bindText: (text) => sql.bind(text, 'text'),
  });
}

const compared = (test: TestOf<'<' | '<=' | '>' | '>='>, { left, bind }: Writing) =>
  `${left} ${test.is} ${bind(test.value)}`;

const WRITERS: { readonly [K in Kind]: (test: TestOf<K>, writing: Writing) => string } = {
  null: (_test, { left, not }) => `${left} IS ${not ? 'NOT ' : ''}NULL`,
  empty: (_test, { left, not }) => (not ? `${left} <> ''` : `coalesce(${left}, '') = ''`),
  among: ({ values }, { left, not, bind }) => `${left} ${not ? '<> ALL' : '= ANY'} (${bind(values)})`,
  '<': compared,
  '<=': compared,
  '>': compared,
  '>=': compared,
  between: ({ from, to }, { left, not, bind }) =>
    `${left} ${not ? 'NOT ' : ''}BETWEEN ${bind(from)} AND ${bind(to)}`,
  containing: textWriter((whole, part) => `position(${part} IN ${whole}) > 0`),
  starting: textWriter((whole, part) => `starts_with(${whole}, ${part})`),
  ending: textWriter((whole, part) => `right(${whole}, length(${part})) = ${part}`),
};

/** By position and not by pattern, so that `%` and `_` are themselves. */
function textWriter(found: (whole: string, part: string) => string) {
  return ({ text, caseless }: TestOf<'containing'>, { left, not, bindText }: Writing) => {
    const fold = (sql: string) => (caseless ? `notification_fold(${sql})` : sql);
    return `${not ? 'NOT ' : ''}(${found(fold(left), fold(bindText(text)))})`;
  };
}
