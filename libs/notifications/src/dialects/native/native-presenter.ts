import type { InboxActor, InboxItem } from '../../inbox/inbox-item.js';
import type { Thread } from '../../inbox/thread-reader.js';
import { laravelTime } from './laravel-time.js';
import type { NotificationOutput, ThreadOutput } from './native-output.js';
import { NotificationType } from '../../domain/notification-type.js';

/** An inbox row as seed 004 spells it, its keys in the seed's order, ours after them. */
export function presentItem(item: InboxItem): NotificationOutput {
  const ownWords = item.isRewritten || item.type >= NotificationType.Direct;
  return {
    id: item.id,
    type: item.type,
    message: item.message,
    read_at: item.readAt && laravelTime(item.readAt),
    created_at: laravelTime(item.createdAt),
    actor: item.actor && presentActor(item.actor),
    notifiable: presentNotifiable(item),
    reason: item.reason,
    thread_id: item.threadId,
    seen_at: item.seenAt && laravelTime(item.seenAt),
    archived_at: item.archivedAt && laravelTime(item.archivedAt),
    body: ownWords ? item.body : null,
    sender_app: item.app,
  };
}

export function presentThread(thread: Thread): ThreadOutput {
  return {
    id: thread.id,
    notifiable: presentNotifiable(thread.newest),
    unread: thread.unread,
    important: thread.important,
    mention: thread.mention,
    last_action_at: laravelTime(thread.lastActionAt),
    actors: thread.actors.map(presentActor),
    newest: presentItem(thread.newest),
  };
}

function presentActor(actor: InboxActor) {
  return {
    id: actor.id,
    first_name: actor.firstName,
    last_name: actor.lastName,
    profile_picture: actor.profilePicture,
  };
}

/** Polymorphic, as the seed has it; a report's is its project, with the report beside, a comment's its issue. */
function presentNotifiable(item: InboxItem): NotificationOutput['notifiable'] {
  const { subject, parent, projectId } = item;
  if (!subject) return null;
  const { id } = subject;
  switch (subject.type) {
    case 'issue':
      return {
        type: 'issue',
        id,
        key: subject.key ?? null,
        title: subject.title,
        project_id: projectId,
        ...(item.type >= NotificationType.Direct &&
          item.commentId !== null && { comment_id: item.commentId }),
      };
    case 'project':
    case 'team':
      return { type: subject.type, id, name: subject.title };
    case 'report':
      return {
        type: 'project',
        id: projectId,
        name: parent?.title ?? null,
        report_id: id,
        report_title: subject.title,
      };
    default:
      return { type: subject.type, id, ...(subject.title && { title: subject.title }) };
  }
}
