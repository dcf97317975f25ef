import { NotificationType } from '../domain/notification-type.js';
import { COUNT_CAP } from './count-cap.js';
import { ITEM_COLUMNS, itemsFrom } from './inbox-rows.js';
import type { ThreadFilter } from './whole-thread.js';

/* A thread's rows lie in two partial indexes: those in the inbox, and those in the archive. */
const ROWS = 'notifications r WHERE r.tenant_id = $1 AND r.thread_id = t.id';
const INBOX = `${ROWS} AND r.archived_at IS NULL`;
const ARCHIVE = `${ROWS} AND r.archived_at IS NOT NULL`;
const UNREAD = 'r.read_at IS NULL';
const IS_COMMENT = `r.type IN (${NotificationType.Comment}, ${NotificationType.Mention})`;

/** True or null. Were it an EXISTS, the planner would rather hash the inbox of the whole tenant than probe a page. */
const hasRow = (rows: string, condition = 'true') => `(SELECT true FROM ${rows} AND ${condition} LIMIT 1)`;
const hasRowAtAll = (condition?: string) => `(${hasRow(INBOX, condition)} OR ${hasRow(ARCHIVE, condition)})`;

/** The newest of a thread's rows that meet the condition, as `r`. */
function newestRow(condition = 'true'): string {
  const newestOf = (rows: string) => `(SELECT * FROM ${rows} AND ${condition} ORDER BY r.id DESC LIMIT 1)`;
  return `(SELECT * FROM (${newestOf(INBOX)} UNION ALL ${newestOf(ARCHIVE)}) AS r ORDER BY r.id DESC LIMIT 1)`;
}

/** The threads `t` of person $2 that match; a thread whose rows are all deleted is not there. Binds from $3 on. */
export function matchingThreads(filter: ThreadFilter): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const conditions = ['t.tenant_id = $1', 't.recipient_id = $2'];
  const demand = (value: unknown, condition: (bound: string) => string) => {
    if (value === undefined) return;
    parameters.push(value);
    conditions.push(condition(`$${parameters.length + 2}`));
  };
  demand(filter.ids, (ids) => `t.id = ANY(${ids}::bigint[])`);
  demand(
    filter.types,
    (types) => `lower(t.target_type) IN (SELECT lower(type) FROM unnest(${types}::text[]) AS type)`,
  );
  demand(filter.before, (time) => `t.last_action_at < ${time}::timestamptz`);
  demand(filter.after, (time) => `t.last_action_at > ${time}::timestamptz`);
  demand(filter.important, (important) => `t.important = ${important}::boolean`);
  demand(filter.projectIds, (ids) => hasRowAtAll(`r.project_id = ANY(${ids}::bigint[])`));
  conditions.push(presence(filter.dismissed));
  return { sql: `notification_threads t WHERE ${conditions.join(' AND ')}`, parameters };
}

function presence(dismissed: boolean | undefined): string {
  if (dismissed === undefined) return hasRowAtAll();
  return dismissed ? `${hasRow(INBOX)} IS NULL AND ${hasRow(ARCHIVE)}` : hasRow(INBOX);
}

/** What `WholeThread` is made of, given a page of threads `t`. */
export function wholeThreads(page: string, order: string, people: string): string {
  const source = `(${page}) AS t CROSS JOIN LATERAL ${newestRow()} AS n CROSS JOIN LATERAL (
    SELECT count(*) AS unread, min(id) AS first_unread_id
    FROM (SELECT id FROM ${INBOX} AND ${UNREAD} ORDER BY id LIMIT ${COUNT_CAP}) AS bounded) AS u`;
  return `SELECT ${ITEM_COLUMNS}, t.important, t.mention, t.last_action_at, u.unread, u.first_unread_id,
      ${hasRow(INBOX)} IS NULL AS dismissed, ${hasRow(ARCHIVE, UNREAD)} IS TRUE AS unread_in_archive,
      (SELECT c.body FROM ${newestRow(IS_COMMENT)} AS r
       JOIN notification_events c ON c.tenant_id = $1 AND c.id = r.event_id) AS comment
    ${itemsFrom(source, people)} ORDER BY ${order}`;
}
