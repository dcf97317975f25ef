import { NotificationMetrics } from './notification-metrics.js';

/** For a host that measures nothing. */
export class NoMetrics extends NotificationMetrics {
  eventsRecorded(): void {}
  fannedOut(): void {}
  eventDied(): void {}
  sent(): void {}
  closed(): void {}
  failed(): void {}
  died(): void {}
  mailPaused(): void {}
  workBegan(): void {}
  workEnded(): void {}
}
