import { Injectable } from '@nestjs/common';
import { type KnownPerson, PeopleByUuid } from '../../../inbox/people-by-uuid.js';
import { ReadableSubjects } from '../../../inbox/readable-subjects.js';
import type { About } from '../../../inbox/rewriting/row-change.js';
import type { KnownSubject } from '../../../persistence/subjects.js';
import type { Work } from '../../../persistence/unit-of-work.js';
import { DirectusError, invalidForeignKey } from '../errors/directus-error.js';
import type { Reading } from './item-payload.js';
import { aboutOf, isKnowable, refOf, type Reference } from './item-subject.js';

export type People = ReadonlyMap<string, KnownPerson>;

/** What the host knows of all that the bodies of one request name, asked once for all of them. */
@Injectable()
export class ItemFacts {
  constructor(
    private readonly people: PeopleByUuid,
    private readonly subjects: ReadableSubjects,
  ) {}

  /** Refuses the first body that failed or names somebody who is not there, with an entry for each such field. */
  async peopleOf(work: Work, readings: readonly Reading[]): Promise<People> {
    const people = await this.people.find(
      work,
      readings.flatMap(({ values: { recipient, sender } }) => [recipient ?? [], sender ?? []].flat()),
    );
    for (const { values, failures } of readings) {
      const { recipient, sender } = values;
      const unknown = Object.entries({ recipient, sender }).flatMap(([field, uuid]) =>
        uuid && !people.has(uuid) ? [invalidForeignKey(field, uuid)] : [],
      );
      const all = [...failures, ...unknown];
      if (all.length > 0) throw new DirectusError(400, all);
    }
    return people;
  }

  /** What rows that name this are about for these people, in their order. */
  async aboutOf(work: Work, rows: readonly (Reference & { readonly userId: number })[]): Promise<About[]> {
    const refs = rows.map(refOf);
    const wanted = rows.flatMap(({ userId }, index) => {
      const ref = refs[index];
      return ref && isKnowable(ref) ? [{ index, wanted: { ref, userId } }] : [];
    });
    const found = await this.subjects.find(
      work,
      wanted.map((one) => one.wanted),
    );
    const known = new Map<number, KnownSubject | null>(
      wanted.map(({ index }, place) => [index, found[place] ?? null]),
    );
    return rows.map(({ collection, item }, index) => aboutOf({ collection, item }, known.get(index) ?? null));
  }
}
