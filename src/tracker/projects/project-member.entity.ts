import { CreateDateColumn, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';

@Entity('project_members')
export class ProjectMember {
  @PrimaryColumn('bigint', { name: 'tenant_id' })
  tenantId!: number;

  @PrimaryColumn('bigint', { name: 'project_id' })
  projectId!: number;

  @PrimaryColumn('bigint', { name: 'user_id' })
  userId!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @ManyToOne(() => User)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'user_id', referencedColumnName: 'id' },
  ])
  user!: User;
}
