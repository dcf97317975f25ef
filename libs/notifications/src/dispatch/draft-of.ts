import type { Audience, Reason } from '../domain/audience.js';
import type { EventDraft } from '../persistence/event-draft.js';
import { channelsOf, MAIL, type NotificationEvent, voiceOf } from '../types/notification-event.js';
import type { RaisedEvent } from './notification-raised.js';

/** An event as it is put on record. What could not be fanned out or mailed later is an error of the caller's now. */
export function draftOf({ event, audience }: RaisedEvent): EventDraft {
  refuseOwnFields(event);
  for (const reason of reasonsOf(audience)) voiceOf(event.kind, reason);
  const reasons = Object.keys(event.kind.voices) as Reason[];
  const contents = reasons.map((reason) => [reason, event.toInbox(reason)] as const);
  return {
    name: event.kind.eventName,
    occurrence: event.occurrence,
    audience,
    messages: Object.fromEntries(contents.map(([reason, content]) => [reason, content.message])),
    body: contents[0]?.[1].body ?? null,
    mails: event.mails(),
    channels: channelsOf(event.kind).filter((channel) => channel !== MAIL),
  };
}

/** The event is made again without its constructor when it is mailed: what only that one set would be missing. */
function refuseOwnFields(event: NotificationEvent): void {
  const field = Object.keys(event).find((name) => name !== 'occurrence');
  if (field === undefined) return;
  throw new Error(
    `${event.kind.name} keeps "${field}" as a field of its own, which is not stored: put it into its params.`,
  );
}

function reasonsOf({ named = [], watchersOf }: Audience): Set<Reason> {
  const reasons = new Set(named.map(({ reason }) => reason));
  return watchersOf ? reasons.add('watching') : reasons;
}
