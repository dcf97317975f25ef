import { Injectable } from '@nestjs/common';
import { HostRelations } from '../persistence/host-relations.js';
import type { Work } from '../persistence/unit-of-work.js';
import { withinTime } from '../persistence/within-time.js';
import { COUNT_CAP } from './count-cap.js';
import type { InboxActor, InboxItem } from './inbox-item.js';
import { actorOf, ITEM_COLUMNS, itemOf, type ItemRow, itemsFrom } from './inbox-rows.js';

/** What a person's inbox says about one target. */
export interface Thread {
  readonly id: number;
  readonly important: boolean;
  readonly mention: boolean;
  readonly lastActionAt: Date;
  /** Where the next page of threads begins. */
  readonly cursor: number;
  readonly newest: InboxItem;
  /** At most `COUNT_CAP`. */
  readonly unread: number;
  /** The latest five who acted, latest first. */
  readonly actors: InboxActor[];
}

export interface ThreadPage {
  readonly threads: Thread[];
  readonly more: boolean;
}

interface ThreadRow extends ItemRow {
  important: boolean;
  mention: boolean;
  last_action_at: Date;
  last_event_id: number;
  unread: number;
  actors: Parameters<typeof actorOf>[0][];
}

/**
 * A page of threads is read by one statement; those dismissed (all archived) or emptied fall out of the join. Fails with
 * a `TooSlowError` rather than pass over very many.
 */
@Injectable()
export class ThreadReader {
  constructor(private readonly host: HostRelations) {}

  async list(
    work: Work,
    userId: number,
    query: { limit: number; before?: number | undefined },
  ): Promise<ThreadPage> {
    const statement = this.statement(query.before !== undefined);
    const parameters = [work.scope.tenantId, userId, query.limit + 1, query.before].filter(
      (one) => one !== undefined,
    );
    const rows = await withinTime(work, () => work.rows<ThreadRow>(statement, parameters));
    return { threads: rows.slice(0, query.limit).map(threadOf), more: rows.length > query.limit };
  }

  private statement(continued: boolean): string {
    const { people } = this.host;
    const active = 'notifications WHERE tenant_id = $1 AND thread_id = t.id AND archived_at IS NULL';
    const newest = `notification_threads t
      CROSS JOIN LATERAL (SELECT * FROM ${active} ORDER BY id DESC LIMIT 1) n`;
    return `SELECT ${ITEM_COLUMNS}, t.important, t.mention, t.last_action_at, t.last_event_id,
        (SELECT count(*) FROM (SELECT FROM ${active} AND read_at IS NULL LIMIT ${COUNT_CAP}) AS bounded) AS unread,
        (SELECT coalesce(json_agg(p ORDER BY p.latest DESC), '[]') FROM (
          SELECT p.id, p.first_name, p.last_name, p.profile_picture, max(recent.id) AS latest
          FROM (SELECT id, event_id FROM ${active} ORDER BY id DESC LIMIT 50) AS recent
          JOIN notification_events acted ON acted.tenant_id = $1 AND acted.id = recent.event_id
          JOIN ${people} p ON p.tenant_id = $1 AND p.id = acted.actor_id
          GROUP BY p.id, p.first_name, p.last_name, p.profile_picture ORDER BY latest DESC LIMIT 5) AS p) AS actors
      ${itemsFrom(newest, people)}
      WHERE t.tenant_id = $1 AND t.recipient_id = $2 ${continued ? 'AND t.last_event_id < $4' : ''}
      ORDER BY t.last_event_id DESC LIMIT $3`;
  }
}

function threadOf(row: ThreadRow): Thread {
  return {
    id: row.thread_id,
    important: row.important,
    mention: row.mention,
    lastActionAt: row.last_action_at,
    cursor: row.last_event_id,
    newest: itemOf(row),
    unread: row.unread,
    actors: row.actors.map(actorOf),
  };
}
