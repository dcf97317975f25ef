import type { Audience } from '../domain/audience.js';
import { z } from 'zod';
import { NotificationEvent } from './notification-event.js';
import { NotificationType } from '../domain/notification-type.js';
import type { Voices } from './voice.js';

/** Type 7: the project's report watchers. */
export class ReportCreated extends NotificationEvent {
  static readonly eventName = 'report.created';
  static readonly payload = z.object({});
  static readonly voices: Voices = {
    watching: {
      type: NotificationType.ReportCreated,
      mailFlag: 'notify_report_activity_email',
      sentence: {
        en: '{actor} created report "{title}" in project "{parent}"',
        nl: '{actor} maakte rapport "{title}" in project "{parent}"',
      },
    },
  };

  override audience(): Audience {
    return { watchersOf: { type: 'reports', id: Number(this.occurrence.projectId) } };
  }
}
