import { AssertionError } from 'node:assert';
import { addressedTo } from '../dispatch/addressed-to.js';
import { draftOf } from '../dispatch/draft-of.js';
import type { Notifier } from '../dispatch/notifier.js';
import type { Audience } from '../domain/audience.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import type { Receipt } from '../persistence/record-events.js';
import type { Work } from '../persistence/unit-of-work.js';
import { EventRegistry } from '../types/event-registry.js';
import type { NotificationEvent, NotificationEventClass } from '../types/notification-event.js';
import { listed, many, type SentNotification, told } from './sent-notification.js';

type EventClass<Event extends NotificationEvent> = abstract new (...args: never[]) => Event;
type People = number | readonly number[];

/**
 * Stands in for the `Notifier` in a host's tests: takes what it would take, refuses what it would refuse, and keeps
 * it. Nothing is stored or sent, so that no database is needed; who watches something is therefore not known here.
 */
export class NotificationFake implements Pick<Notifier, keyof Notifier> {
  private readonly all: SentNotification[] = [];
  private readonly registry: EventRegistry | null;

  /** Given the host's `events`, as `forRoot` is, it refuses one that is not among them; without them it takes any. */
  constructor(events?: readonly NotificationEventClass[]) {
    this.registry = events ? new EventRegistry(events) : null;
  }

  async notify(where: TenantScope | Work, people: People, event: NotificationEvent): Promise<Receipt> {
    return this.record(where, event, addressedTo(people));
  }

  async raise(work: Work, event: NotificationEvent): Promise<void> {
    this.record(work, event, event.audience());
  }

  async raiseAll(work: Work, events: readonly NotificationEvent[]): Promise<readonly Receipt[]> {
    return events.map((event) => this.record(work, event, event.audience()));
  }

  deliverAll(work: Work, events: readonly NotificationEvent[]): Promise<readonly Receipt[]> {
    return this.raiseAll(work, events);
  }

  /** Every notification of a class, in the order in which they were sent. */
  sent<Event extends NotificationEvent>(kind: EventClass<Event>): SentNotification<Event>[] {
    return this.all.filter((one): one is SentNotification<Event> => one.event instanceof kind);
  }

  /** Each of the people was sent such a notification, by name; with a predicate, one that it accepts. */
  assertSentTo<Event extends NotificationEvent>(
    people: People,
    kind: EventClass<Event>,
    predicate: (event: Event) => boolean = () => true,
  ): void {
    const sent = this.sent(kind);
    for (const person of [people].flat()) {
      const theirs = sent.filter((one) => one.people.includes(person));
      if (theirs.length === 0)
        fail(`Expected ${kind.name} to be sent to ${person}, but ${told(sent, 'it')}.`);
      if (!theirs.some(({ event }) => predicate(event))) {
        fail(`${kind.name} was sent to ${person}, but none of ${theirs.length} was as the test expects it.`);
      }
    }
  }

  assertNotSentTo(people: People, kind: EventClass<NotificationEvent>): void {
    for (const person of [people].flat()) {
      if (this.sent(kind).some((one) => one.people.includes(person))) {
        fail(`Expected ${kind.name} not to be sent to ${person}, but it was.`);
      }
    }
  }

  /** However many people each of them was for. */
  assertSentTimes(kind: EventClass<NotificationEvent>, times: number): void {
    const { length } = this.sent(kind);
    if (length === times) return;
    fail(`Expected ${kind.name} to be sent ${many(times, 'time')}, but it was sent ${many(length, 'time')}.`);
  }

  /** Of all classes together. */
  assertCount(count: number): void {
    const { length } = this.all;
    if (length === count) return;
    fail(`Expected ${many(count, 'notification')}, but there were ${length}: ${listed(this.all)}.`);
  }

  assertNothingSent(): void {
    if (this.all.length > 0) fail(`Expected nothing to be sent, but ${listed(this.all)}.`);
  }

  private record(where: TenantScope | Work, event: NotificationEvent, audience: Audience): Receipt {
    this.registry?.kindNamed(event.kind.eventName);
    draftOf({ event, audience });
    const { tenantId } = 'scope' in where ? where.scope : where;
    const { key } = event.occurrence;
    const first = this.all.findIndex((one) => one.tenantId === tenantId && one.event.occurrence.key === key);
    if (key != null && first !== -1) return { id: first + 1, duplicate: true };
    const people = audience.named?.map(({ userId }) => userId) ?? [];
    const id = this.all.push({ tenantId, event, people, watchersOf: audience.watchersOf ?? null });
    return { id, duplicate: false };
  }
}

/** As a test framework shows it: a sentence, and no stack of ours. */
function fail(message: string): never {
  throw new AssertionError({ message, stackStartFn: fail });
}
