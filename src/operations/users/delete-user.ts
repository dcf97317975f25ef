import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { UserAdministration } from '../../administration/users/user-administration.js';
import { line } from '../../input/text.js';
import { userNamed } from '../by-name.js';
import { TenantOperation } from '../operation.js';

const input = z.object({ user: line });
type Input = z.infer<typeof input>;

@Injectable()
export class DeleteUser extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly users: UserAdministration) {
    super();
  }

  async run(work: Work, by: Operator, { user }: Input) {
    const { id, handle } = await userNamed(work, user);
    await this.users.delete(work, by, id);
    return { deleted: handle };
  }
}
