/* PostgreSQL stores neither NUL nor half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Whether the database can keep a text. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}
