/** The id that a text is: a safe integer from 1 on, in plain digits. What is no id is `null`, the id of nothing. */
export function idIn(text: string): number | null {
  const id = /^[1-9]\d*$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(id) ? id : null;
}
