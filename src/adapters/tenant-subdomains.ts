import { type TenantScope, type TenantSite, TenantSites } from '@kendo/notifications';
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

  async of({ tenantId }: TenantScope): Promise<TenantSite> {
    const [tenant] = await this.dataSource.query<{ slug: string; name: string; colour: string }[]>(
      'SELECT slug, name, colour FROM tenants WHERE id = $1',
      [tenantId],
    );
    if (!tenant) throw new Error(`There is no tenant ${tenantId}.`);
    const { slug, name, colour } = tenant;
    return { name, url: tenantUrl(slug, this.settings), colour };
  }
}
