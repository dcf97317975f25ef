import type { FailedReason, NotificationMetrics } from '../metrics/notification-metrics.js';
import type { DeliveryOutcome } from './delivery-outcome.js';

/** A delivery that was not taken: a dead letter by its outcome, or else tried again for this reason. */
export function measureFailure(
  metrics: NotificationMetrics,
  channel: string,
  { closed_because: because }: DeliveryOutcome,
  reason: FailedReason,
): void {
  if (because === 'refused' || because === 'given_up') metrics.died(channel, because);
  else metrics.failed(channel, reason);
}
