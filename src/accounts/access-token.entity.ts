import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A bearer token, as it is kept: without its secret. */
@Entity('access_tokens')
export class AccessToken {
  @PrimaryColumn('bigint', { name: 'tenant_id' })
  tenantId!: number;

  @PrimaryColumn('bigint', { default: () => "nextval('access_token_ids')" })
  id!: number;

  /** `null` for a service, which is nobody. */
  @Column('bigint', { name: 'user_id', nullable: true })
  userId!: number | null;

  @Column('text')
  name!: string;

  /** SHA-256 of the secret. */
  @Column('bytea')
  hash!: Buffer;

  @Column('text', { array: true })
  abilities!: string[];

  /** Set when the token is an app's, which acts under this name. */
  @Column('text', { name: 'app_name', nullable: true })
  appName!: string | null;

  @Column('text', { name: 'app_icon', nullable: true })
  appIcon!: string | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
