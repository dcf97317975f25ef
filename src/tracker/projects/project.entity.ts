import { Column, Entity } from 'typeorm';
import { TenantRow } from '../tenant-row.js';

@Entity('projects')
export class Project extends TenantRow {
  @Column('text')
  name!: string;

  /** Leads the keys of its issues, such as `KD` in `KD-0042`. */
  @Column('text')
  prefix!: string;

  @Column('bigint', { name: 'owner_id', nullable: true })
  ownerId!: number | null;
}
