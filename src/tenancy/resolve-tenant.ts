import { NotFoundError, type TenantScope } from '@kendo/notifications';
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings.js';
import { slugOf } from './tenant-host.js';
import type { Tenant, Tenants } from './tenants.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Not there on paths that belong to no tenant. */
    tenant: Tenant;
    scope: TenantScope;
  }
}

/** Health, metrics and documentation answer on any host. */
const OF_NO_TENANT = /^\/(health|metrics|docs|docs-json)([/?]|$)/;

/** Before anything else: a request is for one tenant, by its Host header, or it finds nothing. */
export function resolveTenant(server: FastifyInstance, tenants: Tenants, { tenantDomain }: Settings): void {
  server.addHook('onRequest', async (request) => {
    if (OF_NO_TENANT.test(request.url)) return;
    const slug = slugOf(request.host, tenantDomain);
    const tenant = slug === undefined ? undefined : await tenants.withSlug(slug);
    if (!tenant) throw new NotFoundError();
    request.tenant = tenant;
    request.scope = { tenantId: tenant.id };
  });
}
