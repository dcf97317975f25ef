import { laravelTime } from '@kendo/notifications/native';
import type { Comment } from './comment.entity.js';

export function presentComment(comment: Comment) {
  return {
    id: comment.id,
    issue_id: comment.issueId,
    author_id: comment.authorId,
    body: comment.body,
    created_at: laravelTime(comment.createdAt),
  };
}
