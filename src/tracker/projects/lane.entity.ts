import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A column of a project's board. */
@Entity('lanes')
export class Lane {
  @PrimaryColumn('bigint', { name: 'tenant_id' })
  tenantId!: number;

  @PrimaryColumn('bigint', { default: () => "nextval('lane_ids')" })
  id!: number;

  @Column('bigint', { name: 'project_id' })
  projectId!: number;

  @Column('text')
  name!: string;

  @Column('integer')
  position!: number;
}
