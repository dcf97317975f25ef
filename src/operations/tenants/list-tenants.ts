import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { Settings } from '../../config/settings.js';
import { pageInput } from '../../input/page.js';
import { tenantUrl } from '../../tenancy/tenant-host.js';
import { Tenants } from '../../tenancy/tenants.js';
import { Operation } from '../operation.js';

const input = pageInput.omit({ after: true });
type Input = z.infer<typeof input>;

@Injectable()
export class ListTenants extends Operation<Input> {
  readonly input = input;

  constructor(
    private readonly tenants: Tenants,
    private readonly settings: Settings,
  ) {
    super();
  }

  async run(_: Operator, page: Input) {
    const tenants = await this.tenants.list(page);
    return tenants.map((tenant) => ({ ...tenant, url: tenantUrl(tenant.slug, this.settings) }));
  }
}
