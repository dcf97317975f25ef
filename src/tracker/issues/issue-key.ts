const KEY = /^([A-Z][A-Z0-9]{1,9})-(\d{4,16})$/;

export interface IssueKey {
  readonly prefix: string;
  readonly number: number;
}

/** `KD-0042`: the project's prefix and the issue's number, padded to four. */
export function formatIssueKey({ prefix, number }: IssueKey): string {
  return `${prefix}-${String(number).padStart(4, '0')}`;
}

/** Reads only what `formatIssueKey` writes: an issue has one key. */
export function parseIssueKey(text: string): IssueKey | null {
  const [, prefix = '', digits] = KEY.exec(text) ?? [];
  const key = { prefix, number: Number(digits) };
  return Number.isSafeInteger(key.number) && formatIssueKey(key) === text ? key : null;
}
