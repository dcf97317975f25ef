import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Role } from './role.entity.js';

/** A person of one tenant. */
@Entity('users')
export class User {
  @PrimaryColumn('bigint', { name: 'tenant_id' })
  tenantId!: number;

  @PrimaryColumn('bigint', { default: () => "nextval('user_ids')" })
  id!: number;

  @Column('uuid', { default: () => 'gen_random_uuid()' })
  uuid!: string;

  /** In lower case; unique in the tenant. */
  @Column('text')
  handle!: string;

  @Column('text', { name: 'first_name' })
  firstName!: string;

  @Column('text', { name: 'last_name' })
  lastName!: string;

  @Column('text')
  email!: string;

  @Column('text', { default: 'en' })
  locale!: string;

  @Column('text', { default: 'UTC' })
  timezone!: string;

  @Column('text', { name: 'profile_picture', nullable: true })
  profilePicture!: string | null;

  @Column('bigint', { name: 'role_id' })
  roleId!: number;

  @ManyToOne(() => Role)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'role_id', referencedColumnName: 'id' },
  ])
  role!: Role;

  /** The master switch over all mail. */
  @Column('boolean', { name: 'email_notifications', default: true })
  emailNotifications!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  get name(): string {
    return `${this.firstName} ${this.lastName}`;
  }
}
