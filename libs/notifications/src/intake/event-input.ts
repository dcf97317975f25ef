import { z } from 'zod';
import { isNestedWithin } from '../domain/nesting.js';
import { openApiSchema } from '../http/openapi-schema.js';
import { storableText } from '../types/storable-text.js';

const MAX_EVENTS = 1_000;
const MAX_RECIPIENTS = 1_000;
const MAX_LINE = 255;
const MAX_MESSAGE = 1_000;
const MAX_TEXT = 65_535;
const MAX_URL = 2_000;
const MAX_DEPTH = 32;
/** How far the clocks of two products may be apart. */
const MAX_AHEAD_MS = 5 * 60_000;

const id = z.int().positive();
const line = storableText.max(MAX_LINE).trim().min(1);
/** `task` is what others call an issue. */
const subjectType = line.regex(/^[a-z][a-z0-9_-]*$/).transform((type) => (type === 'task' ? 'issue' : type));
const subjectId = z.union([id, line]);

const subject = z.object({
  type: subjectType,
  id: subjectId,
  title: line,
  url: storableText
    .max(MAX_URL)
    .pipe(z.url({ protocol: /^https?$/ }))
    .optional(),
});

/** In years that the database, JSON and mail all write with four digits. */
const time = z.iso
  .datetime({ offset: true, abort: true })
  .refine(
    (text) => {
      const year = new Date(text).getUTCFullYear();
      return year >= 1 && year <= 9999;
    },
    { error: 'The occurred at field must be a valid date.', abort: true },
  )
  .refine((text) => Date.parse(text) <= Date.now() + MAX_AHEAD_MS, {
    error: 'The occurred at field must be a date before or equal to now.',
  });

/** One event from outside, as `POST /api/events` takes it. */
const eventInput = z.object({
  type: line.regex(/^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$/),
  key: line.optional(),
  actor_id: id.nullish(),
  message: storableText.max(MAX_MESSAGE).trim().min(1).optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  subject: subject.optional(),
  parent: subject.omit({ url: true }).optional(),
  root: z.object({ type: subjectType, id: subjectId }).optional(),
  project_id: id.nullish(),
  recipients: z.array(id).max(MAX_RECIPIENTS).default([]),
  watchers_of: z.object({ type: z.enum(['issue', 'reports']), id }).optional(),
  important: z.boolean().optional(),
  mail: z.object({ subject: line, text: storableText.max(MAX_TEXT).min(1) }).optional(),
  occurred_at: time.optional(),
});
export type EventInput = z.infer<typeof eventInput>;

const manyInputs = z.array(eventInput).min(1).max(MAX_EVENTS);

/** The events of a call, and what their fields are called in its errors: `2.message` in an array. */
export interface EventBatch {
  readonly events: readonly EventInput[];
  readonly fieldOf: (index: number, field: string) => string;
}

/** What a transformation hides is told to the API's description here. */
const description = openApiSchema(z.union([eventInput, manyInputs]), 'input');

/** What nests without end would take the stack of whoever walks through it. */
const shallow = z
  .unknown()
  .meta({ ...description })
  .refine((body) => isNestedWithin(MAX_DEPTH, body), {
    error: `The body field must not be nested deeper than ${MAX_DEPTH} levels.`,
  });

/** One event, or an array of up to 1,000. No union: its errors would not say which field of which event is wrong. */
export const eventsInput = shallow.transform((body, context): EventBatch => {
  const many = Array.isArray(body);
  const result = many ? manyInputs.safeParse(body) : eventInput.safeParse(body);
  if (!result.success) {
    for (const issue of result.error.issues) context.addIssue({ ...issue });
    return z.NEVER;
  }
  return {
    events: Array.isArray(result.data) ? result.data : [result.data],
    fieldOf: (index, field) => (many ? `${index}.${field}` : field),
  };
});
