import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Operator } from '../../accounts/author.js';
import { presentManagedUser } from '../../accounts/user-presenter.js';
import { UserAdministration } from '../../administration/users/user-administration.js';
import { type UserInput, userInput } from '../../administration/users/user-input.js';
import { TenantOperation } from '../operation.js';

@Injectable()
export class CreateUser extends TenantOperation<UserInput> {
  readonly input = userInput;

  constructor(private readonly users: UserAdministration) {
    super();
  }

  async run(work: Work, by: Operator, input: UserInput) {
    return presentManagedUser(await this.users.create(work, by, input));
  }
}
