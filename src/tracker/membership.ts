import type { Work } from '@kendo/notifications';
import {
  CreateDateColumn,
  type EntityTarget,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type SelectQueryBuilder,
} from 'typeorm';
import { User } from '../accounts/user.entity.js';

/** Somebody's part in a project or a team, which the heirs name. */
export abstract class Membership {
  @PrimaryColumn('bigint', { name: 'tenant_id' })
  tenantId!: number;

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

/** With the people, as `member`. */
export function membersOf<Member extends Membership>(
  work: Work,
  kind: EntityTarget<Member>,
  group: Partial<Member>,
): SelectQueryBuilder<Member> {
  return work.manager
    .createQueryBuilder(kind, 'member')
    .innerJoinAndSelect('member.user', 'person')
    .where({ tenantId: work.scope.tenantId, ...group });
}

/** Answers whether they were none before. */
export async function insertMembership(
  work: Work,
  group: 'project' | 'team',
  groupId: number,
  userId: number,
): Promise<boolean> {
  const inserted = await work.change(
    `INSERT INTO ${group}_members (tenant_id, ${group}_id, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [work.scope.tenantId, groupId, userId],
  );
  return inserted > 0;
}
