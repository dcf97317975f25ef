import { UnitOfWork } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Operator } from '../../accounts/author.js';
import { insertDefaultRoles } from '../../accounts/default-roles.js';
import { AuditLog } from '../../audit/audit-log.js';
import { Settings } from '../../config/settings.js';
import { tenantUrl } from '../../tenancy/tenant-host.js';
import { Tenants } from '../../tenancy/tenants.js';
import { Operation } from '../operation.js';
import { OperationRefused } from '../operation-refused.error.js';
import { type CreateTenantInput, createTenantInput } from './create-tenant-input.js';
import { FirstAdmin } from './first-admin.js';

/** A tenant with its default roles and, where one is named, its first admin. */
@Injectable()
export class CreateTenant extends Operation<CreateTenantInput> {
  readonly input = createTenantInput;

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly tenants: Tenants,
    private readonly firstAdmin: FirstAdmin,
    private readonly audit: AuditLog,
    private readonly settings: Settings,
  ) {
    super();
  }

  run(by: Operator, { admin, ...draft }: CreateTenantInput) {
    return this.dataSource.transaction(async (manager) => {
      const tenant = await this.tenants.create(manager, draft);
      if (!tenant) throw new OperationRefused(`There is a tenant ${draft.slug} already.`);
      const work = await this.unitOfWork.join({ tenantId: tenant.id }, manager);
      await insertDefaultRoles(work);
      await this.audit.record(work, by, 'tenant.created', tenant.id, { after: draft });
      const token = admin && { admin_token: await this.firstAdmin.create(work, by, admin) };
      return { ...tenant, url: tenantUrl(draft.slug, this.settings), ...token };
    });
  }
}
