import type { Audience, NamedRecipient } from '../domain/audience.js';
import { z } from 'zod';
import { storableText } from './storable-text.js';
import { NotificationEvent } from './notification-event.js';
import { NotificationType } from '../domain/notification-type.js';
import type { Voices } from './voice.js';

const assignee = z
  .object({ id: z.int().positive(), name: storableText.max(255) })
  .nullable()
  .default(null);
const payload = z.object({ from: assignee, to: assignee });

/** Type 1: the new assignee, and the old one once. */
export class IssueAssigned extends NotificationEvent<z.infer<typeof payload>> {
  static readonly eventName = 'issue.assigned';
  static readonly payload = payload;
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
