import { Injectable } from '@nestjs/common';
import { subjectColumns } from '../../persistence/event-draft.js';
import { HostRelations } from '../../persistence/host-relations.js';
import type { Work } from '../../persistence/unit-of-work.js';
import { bumpHeads } from '../heads.js';
import { lockRows } from '../lock-rows.js';
import type { Sight } from '../query/row-query.js';
import { RowSql } from '../query/row-sql.js';
import type { About, LockedRow, RowChange, RowContent } from './row-change.js';
import { DELETE_ROWS, MOVE, OWN_EVENTS, REWRITE, SET_STATES } from './rewriting.sql.js';

/**
 * Changes inbox rows, anybody's and anything of them, as a tenant's manager may: a row that is rewritten leaves those
 * of other recipients alone. However many rows, each step is one statement.
 */
@Injectable()
export class RowWriter {
  constructor(private readonly host: HostRelations) {}

  /**
   * In the order of ids, so that two changes of the same rows never deadlock; rows out of sight are left out. What
   * they are about is read once they are locked: whoever had them before may have given them another event.
   */
  async lock(work: Work, sight: Sight, ids: readonly number[]): Promise<LockedRow[]> {
    return this.read(work, await lockRows(work, ids, sight.everybody ? undefined : sight.userId));
  }

  /** Of rows that are locked. */
  async change(work: Work, changes: readonly RowChange[]): Promise<void> {
    if (changes.length === 0) return;
    const { tenantId } = work.scope;
    const states = changes.map(({ id, archived, time }) => ({ id, archived, time }));
    const touched = await work.rows<Whose>(SET_STATES, [tenantId, JSON.stringify(states)]);

    const rewritten = changes.filter(({ content, recipientId }) => content ?? recipientId);
    if (rewritten.length > 0) touched.push(...(await this.rewrite(work, rewritten)));
    await bumpHeads(work, touched.map(idOf));
  }

  /** Of rows that are locked, for good. */
  async delete(work: Work, ids: readonly number[]): Promise<void> {
    const touched = await work.rows<Whose>(DELETE_ROWS, [work.scope.tenantId, ids]);
    await bumpHeads(work, touched.map(idOf));
  }

  private read(work: Work, ids: readonly number[]): Promise<LockedRow[]> {
    const sql = new RowSql(work.scope.tenantId, { userId: 0, everybody: true }, this.host);
    const [collection, item] = (['collection', 'item'] as const).map(
      (column) => sql.expression({ column }).sql,
    );
    const which = sql.bind(ids, 'bigint[]');
    return work.rows<LockedRow>(
      `SELECT n.id, n.recipient_id AS "recipientId", ${collection} AS collection, ${item} AS item
       FROM notifications n ${sql.joins} WHERE n.tenant_id = $1 AND n.id = ANY (${which}) ORDER BY n.id`,
      sql.parameters,
    );
  }

  private async rewrite(work: Work, changes: readonly RowChange[]): Promise<Whose[]> {
    const { tenantId } = work.scope;
    await work.change(OWN_EVENTS, [tenantId, changes.map(({ id }) => id)]);
    const contents = changes.map(({ id, content = {} }) => ({ id, content: columnsOf(content) }));
    const touched = await work.rows<Whose>(REWRITE, [tenantId, JSON.stringify(contents)]);
    const places = changes
      .filter(({ content, recipientId }) => content?.about ?? recipientId)
      .map(({ id, recipientId }) => ({ id, recipient_id: recipientId }));
    if (places.length === 0) return touched;
    return [...touched, ...(await work.rows<Whose>(MOVE, [tenantId, JSON.stringify(places)]))];
  }
}

interface Whose {
  recipient_id: number;
}

const idOf = (one: Whose): number => one.recipient_id;

/** JSON leaves out what is undefined, and with it the columns that stay. */
function columnsOf({ line, body, sender, about }: RowContent): Readonly<Record<string, unknown>> {
  const senderColumns =
    sender === undefined ? {} : { actor_id: sender?.id ?? null, actor_name: sender?.name ?? null };
  return { line, body, ...senderColumns, ...(about && aboutColumns(about)) };
}

function aboutColumns({ subject, parent, projectId, given }: About): Readonly<Record<string, unknown>> {
  return {
    ...subjectColumns(subject, parent),
    project_id: projectId,
    params: given,
  };
}
