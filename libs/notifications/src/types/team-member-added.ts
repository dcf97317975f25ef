import type { Audience } from '../domain/audience.js';
import { NotificationEvent } from './notification-event.js';
import { NotificationType, type Voices } from './voice.js';

type MembershipParams = { userId: number };

/** Type 6: the person added. */
export class TeamMemberAdded extends NotificationEvent<MembershipParams> {
  static readonly eventName = 'team.member-added';
  static readonly voices: Voices = {
    added: {
      type: NotificationType.TeamMembership,
      mailFlag: 'notify_team_membership',
      sentence: { en: '{actor} added you to team "{title}"', nl: '{actor} voegde je toe aan team "{title}"' },
    },
  };

  override audience(): Audience {
    return { named: [{ userId: this.occurrence.params.userId, reason: 'added' }] };
  }
}
