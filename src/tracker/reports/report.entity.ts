import { Column, Entity } from 'typeorm';
import { TenantRow } from '../tenant-row.js';

@Entity('reports')
export class Report extends TenantRow {
  @Column('bigint', { name: 'project_id' })
  projectId!: number;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  body!: string | null;

  @Column('bigint', { name: 'author_id', nullable: true })
  authorId!: number | null;
}
