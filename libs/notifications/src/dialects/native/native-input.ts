import { z } from 'zod';
import { queryInteger } from '../../http/query-integer.js';
import { PREFERENCE_FLAGS, type PreferenceFlag } from '../../domain/preference-flags.js';

const MAX_IDS = 1_000;
const MAX_PAGE = 200;
const PAGE = 50;

const id = z.int().positive();

/** `{"notification_ids": [12, 15]}`, 1 to 1,000 ids. */
export const bulkInput = z.object({ notification_ids: z.array(id).min(1).max(MAX_IDS) });
export type BulkInput = z.infer<typeof bulkInput>;

/** All nine, each a boolean. */
export const preferencesInput = z.object(
  Object.fromEntries(PREFERENCE_FLAGS.map((flag) => [flag, z.boolean()])) as Record<
    PreferenceFlag,
    z.ZodBoolean
  >,
);

const FLAGS: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };
const queryFlag = z.preprocess((text) => FLAGS[String(text)] ?? text, z.boolean().optional());
const queryId = queryInteger(id).optional();
const pageSize = queryInteger(z.int().min(1).max(MAX_PAGE)).default(PAGE);

export const listInput = z.object({
  limit: pageSize,
  before: queryId,
  after: queryId,
  unread: queryFlag,
  archived: queryFlag,
  type: queryId,
  project_id: queryId,
});
export type ListInput = z.infer<typeof listInput>;

export const threadsInput = z.object({
  limit: pageSize,
  before: queryId.describe('Where the page before ended, as its Link header says: no id of a thread'),
});
export type ThreadsInput = z.infer<typeof threadsInput>;
