import { Column, Entity } from 'typeorm';
import { TenantRow } from '../tenant-row.js';

@Entity('teams')
export class Team extends TenantRow {
  @Column('text')
  name!: string;
}
