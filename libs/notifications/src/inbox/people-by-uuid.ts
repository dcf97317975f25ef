import { Injectable } from '@nestjs/common';
import { HostRelations } from '../persistence/host-relations.js';
import type { Work } from '../persistence/unit-of-work.js';

export interface KnownPerson {
  readonly id: number;
  readonly name: string;
}

/** People as the outside knows them. */
@Injectable()
export class PeopleByUuid {
  constructor(private readonly host: HostRelations) {}

  /** By uuid in lower case; unknown ones are left out. */
  async find(work: Work, uuids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
    if (uuids.length === 0) return new Map();
    const rows = await work.rows<{ uuid: string; id: number; name: string }>(
      `SELECT uuid, id, concat_ws(' ', first_name, last_name) AS name FROM ${this.host.people}
       WHERE tenant_id = $1 AND uuid = ANY($2::uuid[])`,
      [work.scope.tenantId, [...new Set(uuids)]],
    );
    return new Map(rows.map(({ uuid, id, name }) => [uuid, { id, name }]));
  }
}
