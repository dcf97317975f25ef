import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { TokensService } from '../../administration/tokens/tokens.service.js';
import { id } from '../../input/id.js';
import { TenantOperation } from '../operation.js';

const input = z.object({ token: id });
type Input = z.infer<typeof input>;

@Injectable()
export class RevokeToken extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly tokens: TokensService) {
    super();
  }

  async run(work: Work, by: Operator, { token }: Input) {
    await this.tokens.delete(work, by, token);
    return { revoked: token };
  }
}
