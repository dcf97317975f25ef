import type { DeliveryKey } from '@kendo/notifications';

/** Deliveries have the id of their notification, events one of their own: `mail-812`, `webhook-812`, `event-77`. */
export interface DeadLetterId {
  /** `event`, or by which channel a delivery goes. */
  readonly kind: string;
  readonly id: number;
}

const WRITTEN = /^([a-z][a-z0-9_-]*)-([1-9]\d*)$/;
const EVENT = 'event';

export const isEvent = ({ kind }: DeadLetterId): boolean => kind === EVENT;
export const isDelivery = (id: DeadLetterId): boolean => !isEvent(id);

export const idOfEvent = (id: number): DeadLetterId => ({ kind: EVENT, id });
export const idOfDelivery = ({ channel, notificationId }: DeliveryKey): DeadLetterId => ({
  kind: channel,
  id: notificationId,
});
export const keyOfDelivery = ({ kind, id }: DeadLetterId): DeliveryKey => ({
  channel: kind,
  notificationId: id,
});

export function readDeadLetterId(text: string): DeadLetterId | undefined {
  const [, kind, digits] = WRITTEN.exec(text) ?? [];
  const id = Number(digits);
  return kind !== undefined && Number.isSafeInteger(id) ? { kind, id } : undefined;
}

export function writeDeadLetterId({ kind, id }: DeadLetterId): string {
  return `${kind}-${id}`;
}
