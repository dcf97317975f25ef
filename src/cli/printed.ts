type Fields = Readonly<Record<string, unknown>>;

const NOTHING = '–';

/** A list as a table, of all columns or of these; one record as its fields. */
export function printed(answer: object, names?: readonly string[]): string {
  if (Array.isArray(answer)) return tableOf(answer as Fields[], names);
  const entries = Object.entries(answer);
  return columns(entries.map(([name, value]) => [name, cell(value)]));
}

function tableOf(rows: readonly Fields[], names: readonly string[] = Object.keys(rows[0] ?? {})): string {
  if (rows.length === 0) return 'None.';
  return columns([names, ...rows.map((row) => names.map((name) => cell(row[name])))]);
}

function columns(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((line) => [...(line[column] ?? '')].length)),
  );
  return lines
    .map((line) =>
      line
        .map((text, column) => padded(text, widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - [...text].length);
}

/** A list with commas, and of what has parts those: `user 9`. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return NOTHING;
  if (Array.isArray(value)) return value.map(cell).join(', ') || NOTHING;
  if (typeof value === 'object') return Object.values(value).map(cell).join(' ');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  /* People and mail servers choose texts, and none of them shall steer the operator's terminal. */
  return text.replace(/\p{Cc}+/gu, ' ');
}
