import { storableText } from '@kendo/notifications';

export const MAX_LINE = 255;
export const MAX_TEXT = 65_535;

/** Nothing in it ends a line, as in a header that it may come to stand in. */
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const isOneLine = (text: string) => ONE_LINE.test(text);

export const oneLine = storableText
  .trim()
  .refine(isOneLine, { error: 'The text must be one line, without control characters.' });
/** A title or a name: what is around it does not count. */
export const line = oneLine.min(1).max(MAX_LINE);
/** A description, of any form. */
export const text = storableText.max(MAX_TEXT);
