import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { presentToken } from '../../administration/tokens/token-presenter.js';
import { TokensService } from '../../administration/tokens/tokens.service.js';
import { pageInput } from '../../input/page.js';
import { line } from '../../input/text.js';
import { userNamed } from '../by-name.js';
import { TenantOperation } from '../operation.js';

const input = pageInput.extend({ user: line.optional() });
type Input = z.infer<typeof input>;

@Injectable()
export class ListTokens extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly tokens: TokensService) {
    super();
  }

  async run(work: Work, _: Operator, { user, ...page }: Input) {
    const user_id = user === undefined ? undefined : (await userNamed(work, user)).id;
    return (await this.tokens.list(work, { ...page, user_id })).map(presentToken);
  }
}
