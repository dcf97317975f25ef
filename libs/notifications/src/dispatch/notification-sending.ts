import { type EventEmitter2, OnEvent } from '@nestjs/event-emitter';
import type { Audience } from '../domain/audience.js';
import type { Receipt } from '../persistence/record-events.js';
import type { Work } from '../persistence/unit-of-work.js';
import type { NotificationEvent } from '../types/notification-event.js';
import type { NotificationRaised } from './notification-raised.js';

/** Through `@nestjs/event-emitter`, once for each event, in the transaction of whoever raised it. */
export const NOTIFICATION_SENDING = 'notification.sending';

/**
 * Marks a listener to it. What it throws reaches whoever raised the event, whose transaction then rolls back: under
 * a plain `@OnEvent` Nest would log the error, and the event would be sent.
 */
export const OnNotificationSending = (): MethodDecorator =>
  OnEvent(NOTIFICATION_SENDING, { suppressErrors: false });

/** An event that is on record, but that nobody has yet. */
export class NotificationSending {
  private because: string | null = null;

  constructor(
    readonly work: Work,
    readonly eventId: number,
    readonly event: NotificationEvent,
    readonly audience: Audience,
  ) {}

  /** It stays on record with its id, its key and this reason, and reaches nobody. */
  veto(because: string): void {
    this.because ??= because;
  }

  get vetoed(): string | null {
    return this.because;
  }
}

/** Asks the listeners about each event that is new; one that was seen before was asked about then. */
export async function vetoes(
  emitter: EventEmitter2,
  { work, events }: NotificationRaised,
  receipts: readonly Receipt[],
): Promise<{ id: number; because: string }[]> {
  if (!emitter.hasListeners(NOTIFICATION_SENDING)) return [];
  const found: { id: number; because: string }[] = [];
  for (const [index, { event, audience }] of events.entries()) {
    const receipt = receipts[index];
    if (!receipt || receipt.duplicate) continue;
    const sending = new NotificationSending(work, receipt.id, event, audience);
    await emitter.emitAsync(NOTIFICATION_SENDING, sending);
    if (sending.vetoed !== null) found.push({ id: receipt.id, because: sending.vetoed });
  }
  return found;
}

/** `state` 3: no fan-out takes it up. */
export async function recordVetoes(
  work: Work,
  vetoed: readonly { id: number; because: string }[],
): Promise<void> {
  if (vetoed.length === 0) return;
  await work.change(
    `UPDATE notification_events e SET state = 3, error = v.because
     FROM jsonb_to_recordset($2::jsonb) AS v(id bigint, because text) WHERE e.tenant_id = $1 AND e.id = v.id`,
    [work.scope.tenantId, JSON.stringify(vetoed)],
  );
}
