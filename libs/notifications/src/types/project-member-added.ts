import type { Audience } from '../domain/audience.js';
import { NotificationEvent } from './notification-event.js';
import { NotificationType, type Voices } from './voice.js';

type MembershipParams = { userId: number };

/** Type 5: the person added. */
export class ProjectMemberAdded extends NotificationEvent<MembershipParams> {
  static readonly eventName = 'project.member-added';
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
    return { named: [{ userId: this.occurrence.params.userId, reason: 'added' }] };
  }
}
