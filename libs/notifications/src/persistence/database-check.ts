import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HostRelations } from './host-relations.js';
import { codeOf, isOfSchema } from './passing-error.js';
import { TENANT_ROLE } from './tenant-table.js';
import { UnitOfWork } from './unit-of-work.js';

/** Something that each migration makes tells whether it has run: a table, an index or a function. */
const MADE = [
  'notification_events',
  'mail_deliveries',
  'notification_due_work()',
  'channel_deliveries',
  'people_versions',
  'notification_fold(text)',
  'notification_backlog()',
  'notification_threads_latest',
];

/** The columns of the host's relations that are joined whichever dialects there are. */
const RELATIONS = {
  people:
    'tenant_id, id, first_name, last_name, profile_picture, email, locale, timezone, email_notifications',
  readers: 'tenant_id, gate_type, gate_id, user_id',
} as const;
/** In a unit of work of this tenant no row is seen. */
const NO_TENANT = { tenantId: 0 };
/** SQLSTATE 42501, insufficient_privilege; 22023, of a role that does not exist. */
const REFUSALS = ['42501', '22023'];

/** Refuses to start on a database that the module cannot work with, in a sentence that says what to do. */
@Injectable()
export class DatabaseCheck implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly host: HostRelations,
  ) {}

  async onModuleInit(): Promise<void> {
    const problem =
      (await this.problemOfNumbers()) ??
      (await this.problemOfSchema()) ??
      (await this.problemOfLogin()) ??
      (await this.problemOfRelation('people')) ??
      (await this.problemOfRelation('readers'));
    if (problem) throw new Error(problem);
  }

  /** Ids are bigint, which `pg` gives as text unless it is told otherwise. */
  private async problemOfNumbers(): Promise<string | undefined> {
    const [found] = await this.dataSource.query<{ id: unknown }[]>('SELECT 1::bigint AS id');
    if (found?.id === 1) return undefined;
    return 'NotificationsModule needs ids to be numbers: set parseInt8: true in the options of your data source.';
  }

  private async problemOfSchema(): Promise<string | undefined> {
    const [found] = await this.dataSource.query<{ missing: string[] }[]>(
      `SELECT array(SELECT name FROM unnest($1::text[]) AS name WHERE CASE WHEN name LIKE '%(%'
         THEN to_regprocedure(name) IS NULL ELSE to_regclass(name) IS NULL END) AS missing`,
      [MADE],
    );
    const missing = found?.missing ?? [];
    if (missing.length === 0) return undefined;
    return (
      `NotificationsModule lacks ${missing.join(', ')} in the database: add NOTIFICATION_MIGRATIONS to the migrations ` +
      'of your data source, and run them.'
    );
  }

  /** Tried rather than looked up: what a login needs for it depends on PostgreSQL's version. */
  private async problemOfLogin(): Promise<string | undefined> {
    const [login] = await this.dataSource.query<{ name: string }[]>('SELECT session_user AS name');
    try {
      await this.unitOfWork.run(NO_TENANT, async () => undefined);
      return undefined;
    } catch (error) {
      if (!REFUSALS.includes(codeOf(error))) throw error;
      return (
        `NotificationsModule works as the role ${TENANT_ROLE}, which the login "${login?.name}" cannot take: ` +
        `let the owner of the tables run GRANT ${TENANT_ROLE} TO "${login?.name}".`
      );
    }
  }

  /** Every fan-out joins them, so that without them each event would fail. */
  private async problemOfRelation(name: keyof typeof RELATIONS): Promise<string | undefined> {
    const columns = RELATIONS[name];
    const relation = this.host[name];
    try {
      await this.unitOfWork.run(NO_TENANT, (work) => work.rows(`SELECT ${columns} FROM ${relation} LIMIT 0`));
      return undefined;
    } catch (error) {
      if (!(error instanceof Error && isOfSchema(error))) throw error;
      return (
        `NotificationsModule cannot read HostRelations.${name}, "${relation}": ${error.message}. It reads ` +
        `${columns}, as the role ${TENANT_ROLE}, which needs GRANT SELECT.`
      );
    }
  }
}
