import { Injectable } from '@nestjs/common';
import type { AccessGate } from '../domain/subject.js';
import { HostRelations } from './host-relations.js';
import type { Work } from './unit-of-work.js';

/** Somebody at a gate. */
export interface AtGate {
  readonly gate: AccessGate;
  readonly userId: number;
}

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
    if (userIds.length === 0) return new Map();
    const people = await work.rows<{ id: number; name: string }>(
      `SELECT p.id, concat_ws(' ', p.first_name, p.last_name) AS name FROM ${this.host.people} p
       WHERE p.tenant_id = $1 AND p.id = ANY($2) AND ($3::text IS NULL OR ${this.passes('$3', '$4', 'p.id')})`,
      [work.scope.tenantId, userIds, gate?.type ?? null, gate?.id ?? null],
    );
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  /** Those who pass the gate that stands beside them. */
  async passing(work: Work, asked: readonly AtGate[]): Promise<AtGate[]> {
    if (asked.length === 0) return [];
    const rows = await work.rows<{ type: string; id: number; user_id: number }>(
      `SELECT DISTINCT a.type, a.id, a.user_id
       FROM jsonb_to_recordset($2::jsonb) AS a(type text, id bigint, user_id bigint)
       WHERE ${this.passes('a.type', 'a.id', 'a.user_id')}`,
      [
        work.scope.tenantId,
        JSON.stringify(asked.map(({ gate: { type, id }, userId }) => ({ type, id, user_id: userId }))),
      ],
    );
    return rows.map(({ type, id, user_id }) => ({ gate: { type, id }, userId: user_id }));
  }

  private passes(gateType: string, gateId: string, userId: string): string {
    return `EXISTS (SELECT FROM ${this.host.readers} r WHERE r.tenant_id = $1
      AND r.gate_type = ${gateType} AND r.gate_id = ${gateId} AND r.user_id = ${userId})`;
  }
}
