import type { TenantScope } from './tenant-scope.js';

/** The person behind a request, as the host's guard found them; the dialects read it from `request.caller`. */
export interface Caller {
  readonly scope: TenantScope;
  /** The token's row, for rate limits and idempotency keys. */
  readonly tokenId: number;
  /** `null` for a service token, which speaks for no person. */
  readonly userId: number | null;
  /** Set when an app acts with its own name and icon. */
  readonly app: SenderApp | null;
  /** A role permission such as `notifications.update`; admins have them all. */
  can(permission: string): boolean;
  /** A token ability such as `events:write`; `*` has them all. */
  hasAbility(ability: string): boolean;
}

export interface SenderApp {
  readonly name: string;
  readonly icon: string | null;
}
