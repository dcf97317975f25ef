import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change that somebody made to who may do what. Written once, and never changed. */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryColumn('bigint', { name: 'tenant_id' })
  tenantId!: number;

  @PrimaryColumn('bigint', { default: () => "nextval('audit_entry_ids')" })
  id!: number;

  /** The person who did it, by the id that they had; `null` for an operator. */
  @Column('bigint', { name: 'actor_id', nullable: true })
  actorId!: number | null;

  @Column('bigint', { name: 'token_id', nullable: true })
  tokenId!: number | null;

  @Column('text', { nullable: true })
  operator!: string | null;

  @Column('text')
  action!: string;

  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('bigint', { name: 'subject_id' })
  subjectId!: number;

  /** The fields that were changed, as they were; `null` for what was made. */
  @Column('jsonb', { nullable: true })
  before!: Snapshot | null;

  /** The same, as they are now; `null` for what was deleted. */
  @Column('jsonb', { nullable: true })
  after!: Snapshot | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}

/** Fields as the API spells them, and never a secret. */
export type Snapshot = Readonly<Record<string, unknown>>;
