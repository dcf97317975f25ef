import type { Audience } from '../domain/audience.js';
import { z } from 'zod';
import { NotificationEvent } from './notification-event.js';
import { NotificationType } from '../domain/notification-type.js';
import type { Voices } from './voice.js';

const payload = z.object({ user_id: z.int().positive() });

/** Type 6: the person added. */
export class TeamMemberAdded extends NotificationEvent<z.infer<typeof payload>> {
  static readonly eventName = 'team.member-added';
  static readonly payload = payload;
  static readonly voices: Voices = {
    added: {
      type: NotificationType.TeamMembership,
      mailFlag: 'notify_team_membership',
      sentence: { en: '{actor} added you to team "{title}"', nl: '{actor} voegde je toe aan team "{title}"' },
    },
  };

  override audience(): Audience {
    return { named: [{ userId: this.occurrence.params.user_id, reason: 'added' }] };
  }
}
