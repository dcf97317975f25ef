import type { Audience } from '../domain/audience.js';
import { z } from 'zod';
import { NotificationEvent } from './notification-event.js';
import { NotificationType } from '../domain/notification-type.js';
import type { Voices } from './voice.js';

const payload = z.object({ user_id: z.int().positive() });

/** Type 5: the person added. */
export class ProjectMemberAdded extends NotificationEvent<z.infer<typeof payload>> {
  static readonly eventName = 'project.member-added';
  static readonly payload = payload;
  static readonly voices: Voices = {
    added: {
      type: NotificationType.ProjectMembership,
      mailFlag: 'notify_project_membership',
      sentence: {
        en: '{actor} added you to project "{title}"',
        nl: '{actor} voegde je toe aan project "{title}"',
      },
    },
  };

  override audience(): Audience {
    return { named: [{ userId: this.occurrence.params.user_id, reason: 'added' }] };
  }
}
