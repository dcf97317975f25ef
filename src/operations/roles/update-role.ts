import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { rolePatch } from '../../administration/roles/role-input.js';
import { presentRole } from '../../administration/roles/role-presenter.js';
import { RolesService } from '../../administration/roles/roles.service.js';
import { line } from '../../input/text.js';
import { roleNamed } from '../by-name.js';
import { TenantOperation } from '../operation.js';

const input = rolePatch.safeExtend({ role: line });
type Input = z.infer<typeof input>;

@Injectable()
export class UpdateRole extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly roles: RolesService) {
    super();
  }

  async run(work: Work, by: Operator, { role, ...patch }: Input) {
    const { id } = await roleNamed(work, role);
    return presentRole(await this.roles.change(work, by, id, patch));
  }
}
