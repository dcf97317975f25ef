import { Column, Entity, UpdateDateColumn } from 'typeorm';
import { TenantRow } from '../tenant-row.js';

@Entity('issues')
export class Issue extends TenantRow {
  @Column('bigint', { name: 'project_id' })
  projectId!: number;

  /** Counts within its project; the project's prefix makes it a key. */
  @Column('bigint')
  number!: number;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('bigint', { name: 'creator_id', nullable: true })
  creatorId!: number | null;

  @Column('bigint', { name: 'assignee_id', nullable: true })
  assigneeId!: number | null;

  @Column('bigint', { name: 'lane_id' })
  laneId!: number;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
