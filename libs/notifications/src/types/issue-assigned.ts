import type { Audience, NamedRecipient } from '../domain/audience.js';
import { NotificationEvent } from './notification-event.js';
import { NotificationType, type Voices } from './voice.js';

type AssignmentParams = { from: Assignee | null; to: Assignee | null };
type Assignee = { id: number; name: string };

/** Types 1: the new assignee, and the old one once. */
export class IssueAssigned extends NotificationEvent<AssignmentParams> {
  static readonly eventName = 'issue.assigned';
  static readonly voices: Voices = {
    assigned: {
      type: NotificationType.Assignment,
      mailFlag: 'notify_assignment',
      important: true,
      sentence: { en: '{actor} assigned "{title}" to you', nl: '{actor} wees "{title}" aan je toe' },
    },
    unassigned: {
      type: NotificationType.Assignment,
      mailFlag: 'notify_assignment',
      important: true,
      sentence: { en: '{actor} unassigned you from "{title}"', nl: '{actor} haalde "{title}" bij je weg' },
    },
  };

  override audience(): Audience {
    const { from, to } = this.occurrence.params;
    const named: NamedRecipient[] = [];
    if (to) named.push({ userId: to.id, reason: 'assigned' });
    if (from) named.push({ userId: from.id, reason: 'unassigned' });
    return { named };
  }
}
