import { Column, Entity } from 'typeorm';
import { TenantRow } from '../tenant-row.js';

@Entity('comments')
export class Comment extends TenantRow {
  @Column('bigint', { name: 'issue_id' })
  issueId!: number;

  @Column('bigint', { name: 'author_id', nullable: true })
  authorId!: number | null;

  @Column('text')
  body!: string;
}
