import { CreateDateColumn, PrimaryColumn } from 'typeorm';

/** What every row of the tracker's own has: its tenant, an id that no other tenant has, and when it came. */
export abstract class TenantRow {
  @PrimaryColumn('bigint', { name: 'tenant_id' })
  tenantId!: number;

  @PrimaryColumn('bigint', { default: () => "nextval('tracker_ids')" })
  id!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
