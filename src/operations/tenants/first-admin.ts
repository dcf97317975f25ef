import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Operator } from '../../accounts/author.js';
import { tokenInput } from '../../administration/tokens/token-input.js';
import { TokensService } from '../../administration/tokens/tokens.service.js';
import { UserAdministration } from '../../administration/users/user-administration.js';
import { userInput } from '../../administration/users/user-input.js';
import { parsed } from '../parsed.js';
import type { CreateTenantInput } from './create-tenant-input.js';

/** Whom everybody else in the tenant is made by. */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly users: UserAdministration,
    private readonly tokens: TokensService,
  ) {}

  /** Answers a token, which nobody can be told again. */
  async create(work: Work, by: Operator, admin: NonNullable<CreateTenantInput['admin']>): Promise<string> {
    const { id } = await this.users.create(work, by, parsed(userInput, { ...admin, role: 'admin' }));
    const token = { user_id: id, name: 'First admin', abilities: ['*'] };
    return (await this.tokens.create(work, by, parsed(tokenInput, token))).text;
  }
}
