import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../domain/errors.js';
import { HostRelations } from '../persistence/host-relations.js';
import type { Work } from '../persistence/unit-of-work.js';
import { withinTime } from '../persistence/within-time.js';
import { itemOf, type ItemRow } from './inbox-rows.js';
import type { ThreadQuery, WholeThread } from './whole-thread.js';
import { matchingThreads, wholeThreads } from './whole-threads.sql.js';

interface WholeThreadRow extends ItemRow {
  important: boolean;
  mention: boolean;
  last_action_at: Date;
  unread: number;
  first_unread_id: number | null;
  dismissed: boolean;
  unread_in_archive: boolean;
  comment: string | null;
}

export interface CountedThreads {
  readonly threads: WholeThread[];
  /** How many match in all, exactly. */
  readonly total: number;
}

/** One person's threads, dismissed ones too, by numbered pages; `ThreadReader` reads the inbox by key. */
@Injectable()
export class WholeThreadReader {
  constructor(private readonly host: HostRelations) {}

  /** Fails with a `TooSlowError` rather than look at a person's threads for long. */
  list(work: Work, userId: number, query: ThreadQuery): Promise<CountedThreads> {
    return withinTime(work, async () => {
      const threads = await this.page(work, userId, query);
      return { threads, total: await this.total(work, userId, query, threads.length) };
    });
  }

  /** What is not there, or not the person's, is a `NotFoundError`. */
  async one(work: Work, userId: number, id: number): Promise<WholeThread> {
    const [thread] = await this.page(work, userId, { filter: { ids: [id] }, limit: 1, offset: 0 });
    if (!thread) throw new NotFoundError();
    return thread;
  }

  private async page(work: Work, userId: number, query: ThreadQuery): Promise<WholeThread[]> {
    const { filter, earliestFirst, limit, offset } = query;
    const direction = earliestFirst ? 'ASC' : 'DESC';
    const order = `t.last_action_at ${direction}, t.last_event_id ${direction}`;
    const { sql, parameters } = matchingThreads(filter);
    const next = parameters.length + 3;
    const page = `SELECT t.* FROM ${sql} ORDER BY ${order} LIMIT $${next} OFFSET $${next + 1}`;
    const rows = await work.rows<WholeThreadRow>(wholeThreads(page, order, this.host.people), [
      work.scope.tenantId,
      userId,
      ...parameters,
      limit,
      offset,
    ]);
    return rows.map(threadOf);
  }

  /** A page that is not full is the last one, and needs no counting. */
  private async total(work: Work, userId: number, query: ThreadQuery, found: number): Promise<number> {
    const { filter, limit, offset } = query;
    if (found < limit && (found > 0 || offset === 0)) return offset + found;
    const { sql, parameters } = matchingThreads(filter);
    const [row] = await work.rows<{ total: number }>(`SELECT count(*) AS total FROM ${sql}`, [
      work.scope.tenantId,
      userId,
      ...parameters,
    ]);
    return row?.total ?? 0;
  }
}

function threadOf(row: WholeThreadRow): WholeThread {
  return {
    id: row.thread_id,
    important: row.important,
    mention: row.mention,
    dismissed: row.dismissed,
    read: row.unread === 0 && !(row.dismissed && row.unread_in_archive),
    unread: row.unread,
    firstUnreadId: row.first_unread_id,
    lastActionAt: row.last_action_at,
    newest: itemOf(row),
    comment: row.comment,
  };
}
