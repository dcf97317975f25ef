import { type TenantScope, TenantSites } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.js';
import { tenantUrl } from '../tenancy/tenant-host.js';

/** Each tenant at its own subdomain. */
@Injectable()
export class TenantSubdomains extends TenantSites {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {
    super();
  }

  async of({ tenantId }: TenantScope): Promise<{ name: string; url: string }> {
    const [tenant] = await this.dataSource.query<{ slug: string; name: string }[]>(
      'SELECT slug, name FROM tenants WHERE id = $1',
      [tenantId],
    );
    if (!tenant) throw new Error(`There is no tenant ${tenantId}.`);
    return { name: tenant.name, url: tenantUrl(tenant.slug, this.settings) };
  }
}
