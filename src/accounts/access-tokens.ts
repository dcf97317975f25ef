import { type SenderApp, type TenantScope, UnitOfWork, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessToken } from './access-token.entity.js';
import { TokenCaller } from './token-caller.js';
import { createSecret, formatToken, hashOf, matches, type PresentedToken } from './token-secret.js';

export interface TokenDraft {
  /** `null` for a service. */
  readonly userId: number | null;
  readonly name: string;
  readonly abilities: readonly string[];
  readonly expiresAt?: Date | null;
  readonly app?: SenderApp | null;
}

export interface NewToken {
  readonly id: number;
  /** What its owner presents; nobody can be told it again. */
  readonly text: string;
}

interface TokenRow {
  id: number;
  user_id: number | null;
  hash: Buffer;
  abilities: string[];
  app_name: string | null;
  app_icon: string | null;
  expired: boolean;
  used_lately: boolean;
  admin: boolean;
  permissions: string[];
}

@Injectable()
export class AccessTokens {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async create(work: Work, { userId, name, abilities, expiresAt, app }: TokenDraft): Promise<NewToken> {
    const secret = createSecret();
    const { identifiers } = await work.manager.insert(AccessToken, {
      tenantId: work.scope.tenantId,
      userId,
      name,
      abilities: [...abilities],
      hash: hashOf(secret),
      expiresAt,
      appName: app?.name,
      appIcon: app?.icon,
    });
    const id = Number(identifiers[0]?.id);
    return { id, text: formatToken({ id, secret }) };
  }

  /** Asked anew for each request, so that a token that is revoked, and a role that is changed, stop at once. */
  async callerWith(scope: TenantScope, { id, secret }: PresentedToken): Promise<TokenCaller | undefined> {
    const [token] = await this.dataSource.query<TokenRow[]>('SELECT * FROM access_token_with_role($1, $2)', [
      scope.tenantId,
      id,
    ]);
    if (!token || token.expired || !matches(secret, token.hash)) return undefined;
    if (!token.used_lately) await this.noteUse(scope, id);
    return new TokenCaller(scope, token.id, token.user_id, appOf(token), token);
  }

  /** Of requests that come at once, one writes. */
  private async noteUse(scope: TenantScope, id: number): Promise<void> {
    await this.unitOfWork.run(scope, (work) =>
      work.change(
        `UPDATE access_tokens SET last_used_at = now()
         WHERE tenant_id = $1 AND id = $2 AND (last_used_at > now() - interval '1 minute') IS NOT TRUE`,
        [scope.tenantId, id],
      ),
    );
  }
}

function appOf({ app_name: name, app_icon: icon }: TokenRow): SenderApp | null {
  return name === null ? null : { name, icon };
}
