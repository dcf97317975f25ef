import type { Audience } from '../domain/audience.js';
import type { NotificationEvent } from '../types/notification-event.js';

/** What a `NotificationFake` took. */
export interface SentNotification<Event extends NotificationEvent = NotificationEvent> {
  readonly tenantId: number;
  readonly event: Event;
  /** The people that it names. */
  readonly people: readonly number[];
  readonly watchersOf: Audience['watchersOf'] | null;
}

/** `it was sent to 7 and the watchers of issue 42`, for the end of a sentence. */
export function told(sent: readonly SentNotification[], subject: string): string {
  const people = sent.flatMap((one) => one.people.map(String));
  const watchers = sent.flatMap(({ watchersOf }) =>
    watchersOf ? [`the watchers of ${watchersOf.type} ${watchersOf.id}`] : [],
  );
  const names = [...new Set([...people, ...watchers])];
  if (sent.length === 0) return `${subject} was not sent at all`;
  return names.length > 0 ? `${subject} was sent to ${series(names)}` : `${subject} was sent to nobody`;
}

/** `InvoicePaid was sent to 7 and IssueMoved was sent to the watchers of issue 42`. */
export function listed(sent: readonly SentNotification[]): string {
  return sent.length > 0 ? series(sent.map((one) => told([one], one.event.kind.name))) : 'nothing';
}

export function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function series(parts: readonly string[]): string {
  return new Intl.ListFormat('en').format(parts);
}
