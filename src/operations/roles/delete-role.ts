import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { RolesService } from '../../administration/roles/roles.service.js';
import { line } from '../../input/text.js';
import { roleNamed } from '../by-name.js';
import { TenantOperation } from '../operation.js';

const input = z.object({ role: line });
type Input = z.infer<typeof input>;

@Injectable()
export class DeleteRole extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly roles: RolesService) {
    super();
  }

  async run(work: Work, by: Operator, { role }: Input) {
    const { id, name } = await roleNamed(work, role);
    await this.roles.delete(work, by, id);
    return { deleted: name };
  }
}
