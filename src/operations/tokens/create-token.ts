import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { tokenInput } from '../../administration/tokens/token-input.js';
import { presentToken } from '../../administration/tokens/token-presenter.js';
import { TokensService } from '../../administration/tokens/tokens.service.js';
import { line } from '../../input/text.js';
import { userNamed } from '../by-name.js';
import { TenantOperation } from '../operation.js';
import { parsed } from '../parsed.js';

/** The rest of it is judged as the API judges it. */
const input = z
  .looseObject({ user: line.optional(), service: z.boolean().default(false) })
  .refine(({ user, service }) => (user !== undefined) !== service, {
    error: 'Say whose token it is: --user, or --service.',
  });
type Input = z.infer<typeof input>;

@Injectable()
export class CreateToken extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly tokens: TokensService) {
    super();
  }

  async run(work: Work, by: Operator, { user, service, ...fields }: Input) {
    const user_id = service ? null : (await userNamed(work, user ?? '')).id;
    const { token, text } = await this.tokens.create(work, by, parsed(tokenInput, { ...fields, user_id }));
    return { ...presentToken(token), token: text };
  }
}
