import { Injectable } from '@nestjs/common';
import type { SubjectRef } from '../domain/subject.js';
import { type AtGate, Readers } from '../persistence/readers.js';
import { type KnownSubject, subjectName, Subjects } from '../persistence/subjects.js';
import type { Work } from '../persistence/unit-of-work.js';

/** A subject, and who is to be told of it. */
export interface Wanted {
  readonly ref: SubjectRef;
  readonly userId: number;
}

/** The host's subjects, as far as those who are told of them may read them. */
@Injectable()
export class ReadableSubjects {
  constructor(
    private readonly subjects: Subjects,
    private readonly readers: Readers,
  ) {}

  /** Answers in the order of what is wanted; `null` for a subject that is unknown, and one that is not theirs to read. */
  async find(work: Work, wanted: readonly Wanted[]): Promise<(KnownSubject | null)[]> {
    const refs = new Map(wanted.map(({ ref }) => [subjectName(ref), ref]));
    const found = refs.size === 0 ? [] : await this.subjects.find(work, [...refs.values()]);
    const known = new Map(found.map((one) => [subjectName(one.ref), one]));
    const atGates = wanted.flatMap(({ ref, userId }): AtGate[] => {
      const gate = known.get(subjectName(ref))?.gate;
      return gate ? [{ gate, userId }] : [];
    });
    const passing = new Set((await this.readers.passing(work, atGates)).map(nameOf));
    return wanted.map(({ ref, userId }) => {
      const subject = known.get(subjectName(ref));
      const passes = subject && (!subject.gate || passing.has(nameOf({ gate: subject.gate, userId })));
      return passes ? subject : null;
    });
  }
}

function nameOf({ gate, userId }: AtGate): string {
  return `${gate.type} ${gate.id} ${userId}`;
}
