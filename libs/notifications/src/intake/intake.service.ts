import { Injectable } from '@nestjs/common';
import type { SenderApp } from '../domain/caller.js';
import { InvalidInputError } from '../domain/errors.js';
import type { SubjectRef } from '../domain/subject.js';
import { Notifier } from '../dispatch/notifier.js';
import { Readers } from '../persistence/readers.js';
import type { Receipt } from '../persistence/record-events.js';
import type { Work } from '../persistence/unit-of-work.js';
import type { NotificationEvent } from '../types/notification-event.js';
import { EventBuilder } from './event-builder.js';
import type { EventBatch, EventInput } from './event-input.js';
import { type KnownSubject, subjectName, Subjects } from '../persistence/subjects.js';

/** Takes events from outside: all of a call or none. What the host knows is asked once for all of them. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly subjects: Subjects,
    private readonly readers: Readers,
    private readonly builder: EventBuilder,
    private readonly notifier: Notifier,
  ) {}

  async accept(work: Work, batch: EventBatch, app: SenderApp | null): Promise<readonly Receipt[]> {
    const known = await this.known(work, batch.events);
    const actors = await this.readers.among(
      work,
      null,
      batch.events.flatMap(({ actor_id: id }) => id ?? []),
    );
    const errors: Record<string, string[]> = {};
    const refuse = (index: number) => (field: string, sentence: string) => {
      (errors[batch.fieldOf(index, field)] ??= []).push(sentence);
    };
    const events = batch.events.map((input, index) =>
      this.builder.build(input, { known, actors, app }, refuse(index)),
    );
    await this.refuseUnknownRecipients(work, events, refuse);
    if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
    return this.notifier.raiseAll(
      work,
      events.filter((event) => event !== null),
    );
  }

  private async known(work: Work, inputs: readonly EventInput[]): Promise<ReadonlyMap<string, KnownSubject>> {
    const refs = new Map<string, SubjectRef>();
    for (const { subject, parent, project_id: projectId } of inputs) {
      const project = projectId ? { type: 'project', id: projectId } : null;
      for (const ref of [subject, parent, project]) if (ref) refs.set(subjectName(ref), ref);
    }
    if (refs.size === 0) return new Map();
    const found = await this.subjects.find(work, [...refs.values()]);
    return new Map(found.map((one) => [subjectName(one.ref), one]));
  }

  private async refuseUnknownRecipients(
    work: Work,
    events: readonly (NotificationEvent | null)[],
    refuse: (index: number) => (field: string, sentence: string) => void,
  ): Promise<void> {
    const named = events.map((event) => event?.audience().named?.map(({ userId }) => userId) ?? []);
    const people = await this.readers.among(work, null, named.flat());
    for (const [index, ids] of named.entries()) {
      const unknown = ids.findIndex((id) => !people.has(id));
      if (unknown !== -1) refuse(index)('recipients', 'The selected recipients are invalid.');
    }
  }
}
