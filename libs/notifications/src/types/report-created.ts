import type { Audience } from '../domain/audience.js';
import { NotificationEvent } from './notification-event.js';
import { NotificationType, type Voices } from './voice.js';

type ReportParams = { watchedProjectId: number };

/** Type 7: the project's report watchers. */
export class ReportCreated extends NotificationEvent<ReportParams> {
  static readonly eventName = 'report.created';
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
    return { watchersOf: { type: 'reports', id: this.occurrence.params.watchedProjectId } };
  }
}
