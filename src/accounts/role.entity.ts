import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What its people may do in a tenant. An admin may do everything. */
@Entity('roles')
export class Role {
  @PrimaryColumn('bigint', { name: 'tenant_id' })
  tenantId!: number;

  @PrimaryColumn('bigint', { default: () => "nextval('role_ids')" })
  id!: number;

  @Column('text')
  name!: string;

  @Column('boolean', { default: false })
  admin!: boolean;

  @Column('text', { array: true, default: '{}' })
  permissions!: string[];
}
