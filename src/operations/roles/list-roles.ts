import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Operator } from '../../accounts/author.js';
import { presentRole } from '../../administration/roles/role-presenter.js';
import { RolesService } from '../../administration/roles/roles.service.js';
import { type Page, pageInput } from '../../input/page.js';
import { TenantOperation } from '../operation.js';

@Injectable()
export class ListRoles extends TenantOperation<Page> {
  readonly input = pageInput;

  constructor(private readonly roles: RolesService) {
    super();
  }

  async run(work: Work, _: Operator, page: Page) {
    return (await this.roles.list(work, page)).map(presentRole);
  }
}
