import type { Announcer } from '../announcing/announcer.js';
import type { Reason } from '../domain/audience.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { DEAD, DUE, type DeliveryOutcome, SENT } from './delivery-outcome.js';

/** Deliveries by one channel, as far as their announcement tells of them. */
export interface ToldBatch {
  readonly scope: TenantScope;
  readonly channel: string;
  readonly deliveries: readonly {
    readonly notificationId: number;
    readonly eventId: number;
    readonly reason: Reason;
    readonly event: { readonly name: string } | null;
    readonly recipient: { readonly id: number } | null;
  }[];
}

/** Announces what is on record by now. A delivery that was closed or put back has neither been sent nor failed. */
export function tellOutcomes(
  announcer: Announcer,
  batch: ToldBatch,
  outcomes: readonly DeliveryOutcome[],
): void {
  const isFailure = ({ state, attempts }: DeliveryOutcome) =>
    state === DEAD || (state === DUE && attempts > 0);
  announcer.sent(() =>
    told(batch, outcomes, ({ state }) => state === SENT).map(([outcome, announcement]) => ({
      ...announcement,
      recipients: 1,
      answer: outcome.last_answer,
    })),
  );
  announcer.failed(() =>
    told(batch, outcomes, isFailure).map(([outcome, announcement]) => ({
      ...announcement,
      error: outcome.last_answer ?? '',
      isFinal: outcome.state === DEAD,
    })),
  );
}

function told(
  { scope, channel, deliveries }: ToldBatch,
  outcomes: readonly DeliveryOutcome[],
  which: (outcome: DeliveryOutcome) => boolean,
) {
  const byId = new Map(deliveries.map((delivery) => [delivery.notificationId, delivery]));
  return outcomes.filter(which).flatMap((outcome) => {
    const delivery = byId.get(outcome.notification_id);
    if (!delivery?.event) return [];
    const { notificationId, eventId, reason, recipient, event } = delivery;
    const announcement = {
      ...scope,
      eventId,
      eventName: event.name,
      channel,
      delivery: { notificationId, recipientId: recipient?.id ?? null, reason },
    };
    return [[outcome, announcement] as const];
  });
}
