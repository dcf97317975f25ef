import { Injectable } from '@nestjs/common';
import { HostRelations } from '../persistence/host-relations.js';
import type { Work } from '../persistence/unit-of-work.js';
import { withinTime } from '../persistence/within-time.js';
import { COUNT_CAP } from './count-cap.js';
import type { InboxItem } from './inbox-item.js';
import { ITEM_COLUMNS, itemOf, type ItemRow, itemsFrom } from './inbox-rows.js';

export interface InboxQuery {
  readonly limit: number;
  /** Keyset: rows older than this id, or newer than that one. */
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly unread?: boolean | undefined;
  /** The archive instead of the inbox. */
  readonly archived?: boolean | undefined;
  readonly type?: number | undefined;
  readonly projectId?: number | undefined;
}

export interface InboxPage {
  /** Newest first. */
  readonly items: InboxItem[];
  /** Whether there are more in the direction of the query. */
  readonly more: boolean;
}

export interface InboxCounts {
  /** At most `COUNT_CAP` each. */
  readonly unread: number;
  readonly unseen: number;
  readonly capped: boolean;
  readonly version: number;
}

/** One person's rows. Every method is scoped by the unit of work's tenant and the person's id. */
@Injectable()
export class InboxReader {
  constructor(private readonly host: HostRelations) {}

  /** Newest first; after `after`, the ones nearest to it. A `TooSlowError` where few rows fit among very many. */
  async list(work: Work, userId: number, query: InboxQuery): Promise<InboxPage> {
    const forward = query.after !== undefined && query.before === undefined;
    const { conditions, parameters } = conditionsOf(query);
    const read = () =>
      work.rows<ItemRow>(
        `SELECT ${ITEM_COLUMNS} ${itemsFrom('notifications n', this.host.people)}
         WHERE n.tenant_id = $1 AND n.recipient_id = $2 AND ${conditions.join(' AND ')}
         ORDER BY n.id ${forward ? 'ASC' : 'DESC'} LIMIT $3`,
        [work.scope.tenantId, userId, query.limit + 1, ...parameters],
      );
    const rows = await (isSieved(query) ? withinTime(work, read) : read());
    const items = rows.slice(0, query.limit).map(itemOf);
    return { items: forward ? items.reverse() : items, more: rows.length > query.limit };
  }

  /** Archived rows do not count. Reads at most a hundred index entries each, however full the inbox. */
  async counts(work: Work, userId: number): Promise<InboxCounts> {
    const count = (state: string) => `(SELECT count(*) FROM (
      SELECT FROM notifications WHERE tenant_id = $1 AND recipient_id = $2 AND ${state} IS NULL
        AND archived_at IS NULL LIMIT ${COUNT_CAP + 1}) AS bounded)`;
    const [row] = await work.rows<{ unread: number; unseen: number; version: number }>(
      `SELECT ${count('read_at')} AS unread, ${count('seen_at')} AS unseen, ${HEAD} AS version`,
      [work.scope.tenantId, userId],
    );
    const { unread = 0, unseen = 0, version = 0 } = row ?? {};
    return {
      unread: Math.min(unread, COUNT_CAP),
      unseen: Math.min(unseen, COUNT_CAP),
      capped: unread > COUNT_CAP || unseen > COUNT_CAP,
      version,
    };
  }

  /** Changes with all that a page of the person's inbox shows: their rows, and the people who acted. */
  async state(work: Work, userId: number): Promise<string> {
    const [row] = await work.rows<{ version: number; people: number }>(
      `SELECT ${HEAD} AS version, ${PEOPLE} AS people`,
      [work.scope.tenantId, userId],
    );
    return `${row?.version ?? 0}.${row?.people ?? 0}`;
  }
}

const HEAD =
  'coalesce((SELECT version FROM notification_heads WHERE tenant_id = $1 AND recipient_id = $2), 0)';
const PEOPLE = 'coalesce((SELECT version FROM people_versions WHERE tenant_id = $1), 0)';

/** Whether rows are passed over, however many, that an index of the inbox or the archive leads through. */
function isSieved({ unread, type, projectId }: InboxQuery): boolean {
  return unread === false || type !== undefined || projectId !== undefined;
}

function conditionsOf(query: InboxQuery): { conditions: string[]; parameters: number[] } {
  const conditions = [query.archived ? 'n.archived_at IS NOT NULL' : 'n.archived_at IS NULL'];
  const parameters: number[] = [];
  const compare = (column: string, operator: string, value: number | undefined) => {
    if (value === undefined) return;
    parameters.push(value);
    /* As wide as what may be asked for, which for a type is more than its column holds. */
    conditions.push(`${column} ${operator} $${parameters.length + 3}::bigint`);
  };
  compare('n.id', '<', query.before);
  compare('n.id', '>', query.after);
  compare('n.type', '=', query.type);
  compare('n.project_id', '=', query.projectId);
  if (query.unread !== undefined) conditions.push(`n.read_at IS ${query.unread ? 'NULL' : 'NOT NULL'}`);
  return { conditions, parameters };
}
