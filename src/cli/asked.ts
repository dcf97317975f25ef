/** What looks like a number is one; the rest is left for the operation to refuse. */
export function askedNumber(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** `issues.read,issues.write`; an empty text is an empty list. */
export function askedList(text: string): string[] {
  return text === '' ? [] : text.split(',').map((entry) => entry.trim());
}

const SWITCH: Readonly<Record<string, boolean>> = { on: true, off: false };

export function askedSwitch(text: string): boolean | string {
  return SWITCH[text] ?? text;
}
