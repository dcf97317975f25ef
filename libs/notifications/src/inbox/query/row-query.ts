/** The columns of an inbox row, as one flat table would have them. */
export type RowColumn =
  'id' | 'time' | 'status' | 'recipient' | 'sender' | 'line' | 'body' | 'collection' | 'item';
export type PersonColumn = 'uuid' | 'firstName' | 'lastName' | 'email' | 'locale' | 'getsMail';
/** The two people of a row. */
export type PersonRole = 'recipient' | 'sender';
/** Parts of a row's time, in UTC. `weekday` counts from Sunday, which is 0. */
export const TIME_PARTS = ['year', 'month', 'week', 'day', 'weekday', 'hour', 'minute', 'second'] as const;
export type TimePart = (typeof TIME_PARTS)[number];

/** What can be selected, compared, sorted and grouped by; there is nothing else. */
export type Operand =
  | { readonly column: RowColumn }
  | { readonly part: TimePart }
  | { readonly person: PersonRole; readonly column: PersonColumn };

/** Of the operand's type: numbers for ids and parts, dates for times, text for the rest. */
export type Value = string | number | boolean | Date | null;

/** `not` is SQL's: a row in which the operand is null matches neither a test nor its negation. */
export type Test =
  | { readonly is: 'null' | 'empty' }
  | { readonly is: 'among'; readonly values: readonly Value[] }
  | { readonly is: '<' | '<=' | '>' | '>='; readonly value: Value }
  | { readonly is: 'between'; readonly from: Value; readonly to: Value }
  | {
      /** The text is literal: nothing in it is a wildcard. */
      readonly is: 'containing' | 'starting' | 'ending';
      readonly text: string;
      readonly caseless: boolean;
    };

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly operand: Operand; readonly test: Test; readonly not?: boolean };

export const EVERYTHING: Condition = { all: [] };

export interface RowOrder {
  readonly by: Operand;
  readonly descending: boolean;
}

export interface RowQuery {
  readonly where: Condition;
  /** A selected condition answers whether it holds. */
  readonly select: readonly (Operand | Condition)[];
  /** The id comes last, in the last one's direction, so that nothing is left to chance. */
  readonly order: readonly RowOrder[];
  readonly limit: number;
  readonly offset: number;
}

export type Measure =
  | { readonly of: 'rows' }
  | {
      readonly of: Operand;
      readonly by: 'count' | 'sum' | 'avg' | 'min' | 'max';
      readonly distinct?: boolean;
    };

export interface RowSummary {
  readonly where: Condition;
  readonly groupBy: readonly Operand[];
  readonly measures: readonly Measure[];
  /** Places among the groups and, after them, the measures. */
  readonly order: readonly { readonly place: number; readonly descending: boolean }[];
  readonly limit: number;
  readonly offset: number;
}

/** Whose rows are looked at: one's own, or the tenant's; and so the fields of whom. */
export interface Sight {
  readonly userId: number;
  readonly everybody: boolean;
}
