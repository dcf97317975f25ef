import type { HostRelations } from '../../persistence/host-relations.js';
import { DirectMessage } from '../../types/direct-message.js';
import { COLLECTIONS } from './collections.js';
import type { Operand, PersonColumn, PersonRole, RowColumn, Sight } from './row-query.js';

type Table = 'event' | PersonRole;

interface Expression {
  readonly sql: string;
  readonly type: 'bigint' | 'timestamptz' | 'uuid' | 'text' | 'boolean' | 'numeric';
  readonly tables?: readonly Table[];
}

/** Times go out in milliseconds, so they are compared in milliseconds. */
const TIME = `date_trunc('milliseconds', n.created_at)`;

/** What names no subject whole is kept as it was given, with the parameters of a message of ours. */
const given = (name: string) =>
  `CASE WHEN e.name = '${DirectMessage.eventName}' OR e.rewritten_for IS NOT NULL THEN e.params ->> '${name}' END`;

const named = Object.entries(COLLECTIONS)
  .map(([type, collection]) => `WHEN '${type}' THEN '${collection}'`)
  .join(' ');

const COLUMNS: Readonly<Record<RowColumn, Expression>> = {
  id: { sql: 'n.id', type: 'bigint' },
  time: { sql: TIME, type: 'timestamptz' },
  status: { sql: `CASE WHEN n.archived_at IS NULL THEN 'inbox' ELSE 'archived' END`, type: 'text' },
  recipient: { sql: 'recipient.uuid', type: 'uuid', tables: ['recipient'] },
  sender: { sql: 'sender.uuid', type: 'uuid', tables: ['event', 'sender'] },
  line: { sql: '(e.messages ->> n.reason)', type: 'text', tables: ['event'] },
  body: { sql: 'e.body', type: 'text', tables: ['event'] },
  collection: {
    sql: `CASE e.subject_type ${named} ELSE coalesce(e.subject_type, ${given('collection')}) END`,
    type: 'text',
    tables: ['event'],
  },
  item: { sql: `coalesce(e.subject_id, ${given('item')})`, type: 'text', tables: ['event'] },
};

const PERSON_COLUMNS: Readonly<Record<PersonColumn, { name: string; type: Expression['type'] }>> = {
  uuid: { name: 'uuid', type: 'uuid' },
  firstName: { name: 'first_name', type: 'text' },
  lastName: { name: 'last_name', type: 'text' },
  email: { name: 'email', type: 'text' },
  locale: { name: 'locale', type: 'text' },
  getsMail: { name: 'email_notifications', type: 'boolean' },
};

/** One statement over inbox rows in the making: its parameters, and the tables that it turns out to need. */
export class RowSql {
  /** The tenant comes first. */
  readonly parameters: unknown[];
  private readonly tables = new Set<Table>();
  private viewerId: string | undefined;

  constructor(
    tenantId: number,
    private readonly sight: Sight,
    private readonly host: HostRelations,
  ) {
    this.parameters = [tenantId];
  }

  bind(value: unknown, type: string): string {
    this.parameters.push(value);
    return `$${this.parameters.length}::${type}`;
  }

  expression(operand: Operand): Expression {
    const expression = this.expressionOf(operand);
    for (const table of expression.tables ?? []) this.tables.add(table);
    return expression;
  }

  /** The viewer's id. */
  get viewer(): string {
    this.viewerId ??= this.bind(this.sight.userId, 'bigint');
    return this.viewerId;
  }

  /** The ids of people by their uuids. */
  recipientsAmong(uuids: readonly unknown[]): string {
    const { people } = this.host;
    const known = `SELECT p.id FROM ${people} p WHERE p.tenant_id = $1 AND p.uuid = ANY (${this.bind(uuids, 'uuid[]')})`;
    return `ANY (ARRAY(${known}))`;
  }

  /** The joins that rows `n` need; to be asked for last, when all that the statement names has been named. */
  get joins(): string {
    const { people } = this.host;
    const joins: Readonly<Record<Table, string>> = {
      event: 'JOIN notification_events e ON e.tenant_id = $1 AND e.id = n.event_id',
      recipient: `LEFT JOIN ${people} recipient ON recipient.tenant_id = $1 AND recipient.id = n.recipient_id`,
      sender: `LEFT JOIN ${people} sender ON sender.tenant_id = $1 AND sender.id = e.actor_id`,
    };
    const needed = (['event', 'recipient', 'sender'] as const).filter((table) => this.tables.has(table));
    return needed.map((table) => joins[table]).join('\n');
  }

  private expressionOf(operand: Operand): Expression {
    if ('person' in operand) return this.personal(operand.person, operand.column);
    if ('part' in operand) {
      const part = operand.part === 'weekday' ? 'dow' : operand.part;
      return { sql: `extract(${part} FROM ${TIME} AT TIME ZONE 'UTC')`, type: 'numeric' };
    }
    return COLUMNS[operand.column];
  }

  /** Who sees only their own rows sees of people only themselves: others are null, whatever is asked of them. */
  private personal(role: PersonRole, column: PersonColumn): Expression {
    const { name, type } = PERSON_COLUMNS[column];
    const sql = `${role}.${name}`;
    return {
      sql: this.sight.everybody ? sql : `(CASE WHEN ${role}.id = ${this.viewer} THEN ${sql} END)`,
      type,
      tables: role === 'sender' ? ['event', 'sender'] : ['recipient'],
    };
  }
}
