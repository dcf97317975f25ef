import type { Items, ItemsAnswer } from '../items/item-reader.js';

type Format = NonNullable<ItemsAnswer['exportAs']>;

interface Exported {
  readonly extension: string;
  readonly contentType: string;
  readonly text: string;
}

/** The bare data as a file. */
export function exported(data: Items, format: Format): Exported {
  const { extension, contentType, write } = FORMATS[format];
  return { extension, contentType, text: write(data) };
}

const BYTE_ORDER_MARK = '\uFEFF';

const FORMATS: Readonly<
  Record<Format, { extension: string; contentType: string; write: (data: Items) => string }>
> = {
  json: {
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    write: (data) => JSON.stringify(data),
  },
  csv: { extension: 'csv', contentType: 'text/csv; charset=utf-8', write: csv },
  csv_utf8: {
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8',
    write: (data) => BYTE_ORDER_MARK + csv(data),
  },
  xml: { extension: 'xml', contentType: 'text/xml; charset=utf-8', write: xml },
  yaml: { extension: 'yaml', contentType: 'text/yaml; charset=utf-8', write: yaml },
};

/** RFC 4180; nested fields have the path as their name. */
function csv(data: Items): string {
  const rows = data.map((item) => new Map(flat(item)));
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = rows.map((row) => names.map((name) => cell(row.get(name))));
  return [names.map(cell), ...lines].map((line) => line.join(',')).join('\n');
}

function flat(item: unknown, path = ''): [string, unknown][] {
  if (typeof item !== 'object' || item === null) return [[path || 'id', item]];
  return Object.entries(item).flatMap(([key, value]) => flat(value, path ? `${path}.${key}` : key));
}

function cell(value: unknown): string {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return scalarText(value);
}

function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function xml(data: Items): string {
  const items = data.map((item) => `<data>${xmlOf(item)}</data>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<root>\n${items.join('\n')}\n</root>\n`;
}

function xmlOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return escaped(scalarText(value));
  return Object.entries(value)
    .map(([key, one]) => {
      const name = /^[a-z_][\w.-]*$/i.test(key) ? key : `field name="${escaped(key)}"`;
      return `<${name}>${xmlOf(one)}</${name.split(' ', 1)[0]}>`;
    })
    .join('');
}

/* Most control characters are no part of XML 1.0 in any spelling. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(NO_XML, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/** JSON's scalars and mappings are YAML too. */
function yaml(data: Items): string {
  return data.length === 0 ? '[]\n' : data.map((item) => `- ${JSON.stringify(item)}\n`).join('');
}
