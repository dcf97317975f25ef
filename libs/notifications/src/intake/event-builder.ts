import { Injectable } from '@nestjs/common';
import type { SenderApp } from '../domain/caller.js';
import type { Actor, Occurrence, Params } from '../domain/occurrence.js';
import { CustomEvent } from '../types/custom-event.js';
import { EventRegistry } from '../types/event-registry.js';
import type { NotificationEvent, NotificationEventClass } from '../types/notification-event.js';
import type { EventInput } from './event-input.js';
import { type KnownSubject, subjectName } from '../persistence/subjects.js';

/** What the host said about everything that the events of a call name. */
export interface HostFacts {
  readonly known: ReadonlyMap<string, KnownSubject>;
  /** Full names by id. */
  readonly actors: ReadonlyMap<number, string>;
  readonly app: SenderApp | null;
}

type Refuse = (field: string, sentence: string) => void;

/** Makes a notification event of one from outside, or says what is wrong with it. */
@Injectable()
export class EventBuilder {
  constructor(private readonly registry: EventRegistry) {}

  build(input: EventInput, facts: HostFacts, refuse: Refuse): NotificationEvent | null {
    if (input.actor_id && !facts.actors.has(input.actor_id)) {
      refuse('actor_id', 'The selected actor id is invalid.');
    }
    if (input.project_id && !facts.known.has(`project ${input.project_id}`)) {
      refuse('project_id', 'The selected project id is invalid.');
    }
    const kind = this.registry.openTo(input.type);
    return kind ? this.builtIn(kind, input, facts, refuse) : custom(input, facts, refuse);
  }

  private builtIn(
    kind: NotificationEventClass,
    input: EventInput,
    facts: HostFacts,
    refuse: Refuse,
  ): NotificationEvent | null {
    if (!input.subject) refuse('subject', 'The subject field is required.');
    const result = kind.payload?.safeParse(input.params ?? {});
    for (const issue of result?.error?.issues ?? []) {
      const field = ['params', ...issue.path].join('.');
      refuse(field, `The ${field} field is invalid.`);
    }
    if (!result?.success || !input.subject) return null;
    return this.registry.revive(kind.eventName, occurrence(input, facts, result.data));
  }
}

function custom(input: EventInput, facts: HostFacts, refuse: Refuse): NotificationEvent | null {
  const { type, message, recipients, watchers_of, mail } = input;
  if (!message) refuse('message', 'The message field is required.');
  if (recipients.length === 0 && !watchers_of) {
    refuse('recipients', 'The recipients field is required when watchers of is not present.');
  }
  if (!message) return null;
  const comment_id = commentOf(input, facts);
  return new CustomEvent(
    occurrence(input, facts, { type, message, comment_id, recipients, watchers_of, mail }),
  );
}

/** A comment that the host knows is its issue from here on. */
function commentOf({ subject }: EventInput, { known }: HostFacts): number | undefined {
  return subject?.type === 'comment' && known.has(subjectName(subject)) ? Number(subject.id) : undefined;
}

/** What the host knows of a subject comes before what the event says of it. */
function occurrence<P extends Params>(input: EventInput, facts: HostFacts, params: P): Occurrence<P> {
  const known = input.subject && facts.known.get(subjectName(input.subject));
  const parent = input.parent && facts.known.get(subjectName(input.parent));
  const project = facts.known.get(`project ${input.project_id}`);
  return {
    actor: actorOf(input, facts),
    subject: input.subject ? { ...input.subject, ...known?.subject } : null,
    parent: input.parent ?? (known ? known.parent : project?.subject) ?? null,
    root: input.root ?? null,
    projectId: input.project_id ?? known?.projectId ?? parent?.projectId ?? null,
    gate: known?.gate ?? null,
    params,
    key: input.key ?? null,
    important: input.important ?? false,
    occurredAt: input.occurred_at ? new Date(input.occurred_at) : new Date(),
  };
}

function actorOf({ actor_id: id }: EventInput, { actors, app }: HostFacts): Actor | null {
  if (id) return { id, name: actors.get(id) ?? '', app };
  return app && { id: null, name: app.name, app };
}
