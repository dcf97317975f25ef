import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { presentManagedUser } from '../../accounts/user-presenter.js';
import { UserAdministration } from '../../administration/users/user-administration.js';
import { userPatch } from '../../administration/users/user-input.js';
import { line } from '../../input/text.js';
import { userNamed } from '../by-name.js';
import { TenantOperation } from '../operation.js';

const input = userPatch.safeExtend({ user: line });
type Input = z.infer<typeof input>;

@Injectable()
export class UpdateUser extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly users: UserAdministration) {
    super();
  }

  async run(work: Work, by: Operator, { user, ...patch }: Input) {
    const { id } = await userNamed(work, user);
    return presentManagedUser(await this.users.change(work, by, id, patch));
  }
}
