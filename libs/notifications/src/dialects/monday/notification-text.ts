import { storableText } from '../../types/storable-text.js';
import { MondayError } from './monday-errors.js';

const MAX_TEXT = 10_000;
const MAX_LINE = 255;

const notificationText = storableText.trim().min(1).max(MAX_TEXT);

/** The text without what is around it. */
export function textOf(text: string): string {
  const { data, error } = notificationText.safeParse(text);
  if (error) {
    throw new MondayError(
      'InvalidArgumentException',
      `The text must have 1 to ${MAX_TEXT.toLocaleString('en')} characters, all of which can be stored.`,
    );
  }
  return data;
}

/** The line that an inbox shows and a mail has as its subject; what is longer than that stands under it in whole. */
export function messageOf(text: string): { message: string; text?: string } {
  const characters = [...(text.split(/[\r\n]/, 1)[0] ?? '').trimEnd()];
  const message =
    characters.length > MAX_LINE ? `${characters.slice(0, MAX_LINE - 1).join('')}…` : characters.join('');
  return message === text ? { message } : { message, text };
}
