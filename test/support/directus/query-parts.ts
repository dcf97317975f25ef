import fc from 'fast-check';

/** Stands in every text, so that a test sees where it has gone. */
export const MARK = 'zQx';

export const FIELDS = [
  ...['id', 'timestamp', 'status', 'recipient', 'sender', 'subject', 'message', 'collection', 'item'],
];
export const USER_FIELDS = ['id', 'first_name', 'last_name', 'email', 'language', 'email_notifications'];
export const OPERATORS = [
  ...['eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'in', 'nin', 'null', 'nnull', 'empty', 'nempty'],
  ...['between', 'nbetween', 'contains', 'ncontains', 'icontains'],
  ...['starts_with', 'nstarts_with', 'istarts_with', 'nistarts_with'],
  ...['ends_with', 'nends_with', 'iends_with', 'niends_with', 'regex', 'some'],
].map((operator) => `_${operator}`);

const nasty = fc.constantFrom(
  ...["'", '"', '%', '_', '\\', '\0', '$1', '--', ';', '*', '.', '\ud800', 'é', ')', '🔥'],
);
export const text = fc
  .array(fc.oneof(nasty, fc.string({ maxLength: 3 })), { maxLength: 4 })
  .map((parts) => MARK + parts.join(''));

const LENGTH = 50_000;
/** A reader that goes back and forth over these takes minutes. */
const long = fc.constantFrom(
  `$NOW(${' '.repeat(LENGTH)}x)`,
  `$NOW${'('.repeat(LENGTH)}`,
  `year${'('.repeat(LENGTH)}`,
  ' '.repeat(LENGTH),
);

export const scalar = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 40 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['3', '-1', '99999999999', '1e400', '0x1', ''],
      ...['2026-01-01', '2026-02-31', '2026-01-01T00:00:00+02:00'],
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['$NOW', '$NOW(-7 days)', '$NOW(x)', '$CURRENT_ROLE'],
      ...['true', 'false', 'null', 'inbox', 'archived'],
    ),
  },
  { weight: 6, arbitrary: fc.uuid() },
  { weight: 6, arbitrary: fc.constantFrom(true, false, null, Number.MAX_VALUE, NaN) },
  { weight: 1, arbitrary: long },
);
