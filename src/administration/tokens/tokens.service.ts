import { NotFoundError, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { AccessToken } from '../../accounts/access-token.entity.js';
import { AccessTokens } from '../../accounts/access-tokens.js';
import type { Author } from '../../accounts/author.js';
import { User } from '../../accounts/user.entity.js';
import { AuditLog } from '../../audit/audit-log.js';
import { InvalidSelectionError } from '../../input/invalid-selection.error.js';
import { readPage } from '../../input/page.js';
import { Authority } from '../authority.js';
import type { TokenInput, TokensInput } from './token-input.js';
import { presentToken } from './token-presenter.js';

export interface MintedToken {
  readonly token: AccessToken;
  /** What its owner presents; nobody can be told it again. */
  readonly text: string;
}

/** Who may speak to the product, as whom, and until when. */
@Injectable()
export class TokensService {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly audit: AuditLog,
  ) {}

  list(work: Work, { user_id: userId, ...page }: TokensInput): Promise<AccessToken[]> {
    const where = { tenantId: work.scope.tenantId, ...(userId === undefined ? {} : { userId }) };
    return readPage(work.manager.createQueryBuilder(AccessToken, 'token').where(where), 'token.id', page);
  }

  /** Only admins mint tokens of admins, and nobody gives an ability that their own token lacks. */
  async create(work: Work, by: Author, input: TokenInput): Promise<MintedToken> {
    const authority = await Authority.of(work, by);
    authority.requireAbilities(input.abilities);
    if (input.user_id !== null) authority.requireOver((await ownerOf(work, input.user_id)).role);
    const { id, text } = await this.tokens.create(work, {
      userId: input.user_id,
      name: input.name,
      abilities: input.abilities,
      expiresAt: input.expires_at ? new Date(input.expires_at) : null,
      app: input.app_name ? { name: input.app_name, icon: input.app_icon ?? null } : null,
    });
    const token = await find(work, id);
    await this.audit.record(work, by, 'token.created', id, { after: presentToken(token) });
    return { token, text };
  }

  /** It stops with the next request, in every process. */
  async delete(work: Work, by: Author, id: number): Promise<void> {
    const authority = await Authority.of(work, by);
    const token = await find(work, id);
    if (token.userId !== null) authority.requireOver((await ownerOf(work, token.userId)).role);
    await work.manager.delete(AccessToken, { tenantId: work.scope.tenantId, id });
    await this.audit.record(work, by, 'token.deleted', id, { before: presentToken(token) });
  }
}

async function find(work: Work, id: number): Promise<AccessToken> {
  const token = await work.manager.findOneBy(AccessToken, { tenantId: work.scope.tenantId, id });
  if (!token) throw new NotFoundError();
  return token;
}

async function ownerOf(work: Work, id: number): Promise<User> {
  const where = { tenantId: work.scope.tenantId, id };
  const owner = await work.manager.findOne(User, { where, relations: { role: true } });
  if (!owner) throw new InvalidSelectionError('user_id');
  return owner;
}
