import fc from 'fast-check';
import { WRONG } from './wrong-values.ts';

const anyCharacter = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });

/** Text of any characters, most of all of those that mean something to somebody. */
export const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('\0', '%', "'", '@', '\n'), anyCharacter),
});

/** What can stand in a header: bytes, but no control characters. */
export const anyHeader = fc
  .string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) })
  .map((text) => text.replaceAll('\x7f', ''));

/** Any value as it stands in JSON text: what `JSON.stringify` writes, and what it never would. */
export const anyJson = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }).map((value) => JSON.stringify(value)),
  anyText.map((text) => JSON.stringify(text)),
  fc.bigInt().map(String),
  fc.constantFrom(...new Set(Object.values(WRONG).flat())),
);

export const MARK = '@';

/** JSON texts of a value, in each of which another place is marked. */
export function markedTexts(value: unknown): string[] {
  return marked(value).map((one) => JSON.stringify(one));
}

export function atMark(text: string, json: string): string {
  return text.replace(JSON.stringify(MARK), () => json);
}

function marked(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [MARK];
  const within = Object.entries(value).flatMap(([key, part]) =>
    marked(part).map((one) =>
      Array.isArray(value) ? (value as unknown[]).with(Number(key), one) : { ...value, [key]: one },
    ),
  );
  return [MARK, ...within];
}
