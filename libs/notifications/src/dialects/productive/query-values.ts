import { z } from 'zod';
import { isCalendarDay } from '../../domain/calendar-day.js';
import { storableText } from '../../types/storable-text.js';

const MAX_LISTED = 200;
const MAX_TYPE = 255;
export const MAX_PAGE = 200;
const PAGE = 30;

const listOf = (entry: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(
      z
        .array(entry)
        .max(MAX_LISTED, { error: `The parameter must not list more than ${MAX_LISTED} values.` }),
    );

/** `7` or `7,12`. */
export const ids = listOf(
  z.string().regex(/^[1-9]\d*$/, {
    error: 'The parameter must be an id, or ids with commas between them.',
    abort: true,
  }),
)
  .transform((texts) => texts.map(Number))
  .pipe(z.array(z.int({ error: 'The parameter names an id that is too large.' })));

/** `Task` or `task,todo`, in any case; `task` is the outside word for an issue. Others' types may be any text. */
export const targetTypes = listOf(
  storableText
    .min(1, { error: 'The parameter must be a type such as Task, or types with commas between them.' })
    .max(MAX_TYPE, { error: `The parameter names a type of more than ${MAX_TYPE} characters.` }),
).transform((types) => types.flatMap((type) => (/^task$/i.test(type) ? [type, 'issue'] : type)));

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);
export const flag = z
  .string()
  .transform((text) => FLAGS.get(text))
  .pipe(z.boolean({ error: 'The parameter must be true or false.' }));

/** Years of four digits, so that every one is written alike everywhere. A plus that was not encoded came as a space. */
const TIME = /^[1-9]\d{3}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;
export const moment = z
  .string()
  .transform((text) => text.replace(/ (?=\d\d:\d\d$)/, '+'))
  .refine((text) => TIME.test(text) && isCalendarDay(text.slice(0, 10)) && !isNaN(Date.parse(text)), {
    error: 'The parameter must be a date such as 2026-03-17, or a time such as 2026-03-17T14:00:00Z.',
  });

const fromOne = z
  .string()
  .regex(/^[1-9]\d*$/, { error: 'The parameter must be a number from 1 on.', abort: true })
  .transform(Number);

export const pageNumber = fromOne.pipe(z.int({ error: 'The parameter is too large.' })).default(1);

/** More than fits is what fits. */
export const pageSize = fromOne.transform((size) => Math.min(size, MAX_PAGE)).default(PAGE);

/** Some of these words, with commas between them; an empty value is none of them. */
export const someOf = <Word extends string>(words: readonly Word[]) =>
  z
    .string()
    .transform((text) => (text === '' ? [] : text.split(',')))
    .pipe(z.array(z.enum(words, { error: `The parameter may list ${words.join(', ')}.` })));
