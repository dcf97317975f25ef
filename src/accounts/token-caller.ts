import type { Caller, SenderApp, TenantScope } from '@kendo/notifications';

interface Rights {
  readonly admin: boolean;
  readonly permissions: readonly string[];
  readonly abilities: readonly string[];
}

/** Whoever presented a token: a person with their role's permissions, or a service, which has none. */
export class TokenCaller implements Caller {
  constructor(
    readonly scope: TenantScope,
    readonly tokenId: number,
    readonly userId: number | null,
    readonly app: SenderApp | null,
    private readonly rights: Rights,
  ) {}

  can(permission: string): boolean {
    return this.rights.admin || this.rights.permissions.includes(permission);
  }

  hasAbility(ability: string): boolean {
    return this.rights.abilities.includes('*') || this.rights.abilities.includes(ability);
  }
}
