import { Injectable } from '@nestjs/common';
import type { AccessGate, SubjectRef } from '../domain/subject.js';
import { HostRelations } from '../persistence/host-relations.js';
import { type KnownSubject, subjectName, Subjects } from '../persistence/subjects.js';
import type { Work } from '../persistence/unit-of-work.js';

/** A subject, and who is to be told of it. */
export interface Wanted {
  readonly ref: SubjectRef;
  readonly userId: number;
}

type Gated = Wanted & { readonly gate: AccessGate };

/** The host's subjects, as far as those who are told of them may read them. */
@Injectable()
export class ReadableSubjects {
  constructor(
    private readonly subjects: Subjects,
    private readonly host: HostRelations,
  ) {}

  /** Answers in the order of what is wanted; `null` for a subject that is unknown, and one that is not theirs to read. */
  async find(work: Work, wanted: readonly Wanted[]): Promise<(KnownSubject | null)[]> {
    const refs = new Map(wanted.map(({ ref }) => [subjectName(ref), ref]));
    const found = refs.size === 0 ? [] : await this.subjects.find(work, [...refs.values()]);
    const known = new Map(found.map((one) => [subjectName(one.ref), one]));
    const gated = wanted.flatMap((one): Gated[] => {
      const gate = known.get(subjectName(one.ref))?.gate;
      return gate ? [{ ...one, gate }] : [];
    });
    const open = await this.passed(work, gated);
    return wanted.map((one) => {
      const subject = known.get(subjectName(one.ref));
      const passes = subject && (!subject.gate || open.has(passName(subject.gate, one.userId)));
      return passes ? subject : null;
    });
  }

  private async passed(work: Work, gated: readonly Gated[]): Promise<ReadonlySet<string>> {
    if (gated.length === 0) return new Set();
    const asked = gated.map(({ gate, userId }) => ({
      gate_type: gate.type,
      gate_id: gate.id,
      user_id: userId,
    }));
    const rows = await work.rows<{ gate_type: string; gate_id: number; user_id: number }>(
      `SELECT DISTINCT a.gate_type, a.gate_id, a.user_id
       FROM jsonb_to_recordset($2::jsonb) AS a(gate_type text, gate_id bigint, user_id bigint)
       WHERE EXISTS (SELECT FROM ${this.host.readers} r WHERE r.tenant_id = $1
         AND r.gate_type = a.gate_type AND r.gate_id = a.gate_id AND r.user_id = a.user_id)`,
      [work.scope.tenantId, JSON.stringify(asked)],
    );
    return new Set(rows.map((row) => passName({ type: row.gate_type, id: row.gate_id }, row.user_id)));
  }
}

function passName({ type, id }: AccessGate, userId: number): string {
  return `${type} ${id} ${userId}`;
}
