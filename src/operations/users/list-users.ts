import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Operator } from '../../accounts/author.js';
import { presentManagedUser } from '../../accounts/user-presenter.js';
import { UsersService } from '../../accounts/users.service.js';
import { type Page, pageInput } from '../../input/page.js';
import { TenantOperation } from '../operation.js';

@Injectable()
export class ListUsers extends TenantOperation<Page> {
  readonly input = pageInput;

  constructor(private readonly users: UsersService) {
    super();
  }

  async run(work: Work, _: Operator, page: Page) {
    return (await this.users.list(work, page)).map(presentManagedUser);
  }
}
