import { laravelTime } from '@kendo/notifications/native';
import { z } from 'zod';
import { id } from '../../input/id.js';
import type { Comment } from './comment.entity.js';

export const commentOutput = z.object({
  id,
  issue_id: id,
  author_id: id.nullable(),
  body: z.string(),
  created_at: z.iso.datetime(),
});

export function presentComment(comment: Comment): z.infer<typeof commentOutput> {
  return {
    id: comment.id,
    issue_id: comment.issueId,
    author_id: comment.authorId,
    body: comment.body,
    created_at: laravelTime(comment.createdAt),
  };
}
