import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Operator } from '../../accounts/author.js';
import { type RoleInput, roleInput } from '../../administration/roles/role-input.js';
import { presentRole } from '../../administration/roles/role-presenter.js';
import { RolesService } from '../../administration/roles/roles.service.js';
import { TenantOperation } from '../operation.js';

@Injectable()
export class CreateRole extends TenantOperation<RoleInput> {
  readonly input = roleInput;

  constructor(private readonly roles: RolesService) {
    super();
  }

  async run(work: Work, by: Operator, input: RoleInput) {
    return presentRole(await this.roles.create(work, by, input));
  }
}
