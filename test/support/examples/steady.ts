/** What no two runs have in common, and what stands for it in an example. */
const OF_THE_MOMENT: readonly [pattern: RegExp, example: string | ((found: string) => string)][] = [
  /* With as many digits after the second as there were. */
  [
    /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?/g,
    (time) => `2026-03-13T14:00:00${time.slice(19).replace(/\d/g, '0')}`,
  ],
  [
    /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
    '4f0c2f5e-2d3b-4a51-9c39-1c52d9f3a7b1',
  ],
  [/\b\d+\|[\w-]{40}(?![\w-])/g, '12|the-secret-that-is-told-this-once-alone-0'],
  [/(?<=\/unsubscribe\/\d+\/)[\w-]+/g, 'the-signature'],
  [/\blocalhost:\d+/g, 'localhost:3000'],
];

/** The same value, with fixed stand-ins for times, durations, uuids, secrets and ports: equal from run to run. */
export function steady<Value>(value: Value): Value {
  return steadied(value) as Value;
}

function steadied(value: unknown): unknown {
  if (typeof value === 'string') {
    /* One of the two overloads of `replace`, whichever it is. */
    return OF_THE_MOMENT.reduce(
      (text, [pattern, example]) => text.replace(pattern, example as string),
      value,
    );
  }
  if (Array.isArray(value)) return value.map(steadied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'responseTime' && typeof inner === 'number' ? 1 : steadied(inner),
    ]),
  );
}
