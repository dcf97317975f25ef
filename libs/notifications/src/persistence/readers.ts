import { Injectable } from '@nestjs/common';
import type { AccessGate } from '../domain/subject.js';
import { HostRelations } from './host-relations.js';
import type { Work } from './unit-of-work.js';

/** Who may read what, asked of the host's relations for a few people; a fan-out asks for all in its own statement. */
@Injectable()
export class Readers {
  constructor(private readonly host: HostRelations) {}

  /** The full names, by id, of those who are of the tenant and pass the gate; without a gate everybody does. */
  async among(
    work: Work,
    gate: AccessGate | null,
    userIds: readonly number[],
  ): Promise<ReadonlyMap<number, string>> {
    const people = await work.rows<{ id: number; name: string }>(
      `SELECT p.id, concat_ws(' ', p.first_name, p.last_name) AS name FROM ${this.host.people} p
       WHERE p.tenant_id = $1 AND p.id = ANY($2) AND ($3::text IS NULL OR EXISTS (
         SELECT FROM ${this.host.readers} r
         WHERE r.tenant_id = $1 AND r.gate_type = $3 AND r.gate_id = $4 AND r.user_id = p.id))`,
      [work.scope.tenantId, userIds, gate?.type ?? null, gate?.id ?? null],
    );
    return new Map(people.map(({ id, name }) => [id, name]));
  }
}
