import { z } from 'zod';
import { id } from '../../input/id.js';
import { line, text } from '../../input/text.js';

/** Without a lane it starts in the first one. */
export const issueInput = z.strictObject({
  title: line,
  description: text.nullish(),
  assignee_id: id.nullish(),
  lane_id: id.nullish(),
});
export type IssueInput = z.infer<typeof issueInput>;

/** What is left out stays; `assignee_id: null` takes the assignee away. */
export const issuePatch = z.strictObject({
  title: line.optional(),
  assignee_id: id.nullish(),
  lane_id: id.optional(),
});
export type IssuePatch = z.infer<typeof issuePatch>;
