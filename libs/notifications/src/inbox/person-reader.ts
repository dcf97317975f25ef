import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../domain/errors.js';
import { HostRelations } from '../persistence/host-relations.js';
import type { Work } from '../persistence/unit-of-work.js';
import type { InboxActor } from './inbox-item.js';
import { actorOf } from './inbox-rows.js';

/** Whose inbox it is, as the host knows them today. */
export interface InboxOwner extends InboxActor {
  readonly email: string | null;
  /** A name of the IANA database. */
  readonly timezone: string;
}

type OwnerRow = Parameters<typeof actorOf>[0] & Pick<InboxOwner, 'email' | 'timezone'>;

@Injectable()
export class PersonReader {
  constructor(private readonly host: HostRelations) {}

  async owner(work: Work, userId: number): Promise<InboxOwner> {
    const [row] = await work.rows<OwnerRow>(
      `SELECT id, first_name, last_name, profile_picture, email, timezone FROM ${this.host.people}
       WHERE tenant_id = $1 AND id = $2`,
      [work.scope.tenantId, userId],
    );
    if (!row) throw new NotFoundError();
    return { ...actorOf(row), email: row.email, timezone: row.timezone };
  }
}
