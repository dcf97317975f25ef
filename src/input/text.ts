import { storableText } from '@kendo/notifications';

export const MAX_LINE = 255;
export const MAX_TEXT = 65_535;

/** A title or a name: what is around it does not count. */
export const line = storableText.trim().min(1).max(MAX_LINE);
/** A description, of any form. */
export const text = storableText.max(MAX_TEXT);
