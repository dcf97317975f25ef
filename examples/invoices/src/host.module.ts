import { type Caller, HostRelations, MailSwitch, Subjects, TenantSites } from '@kendo/notifications';
import type { TenantScope, Work } from '@kendo/notifications';
import { type ExecutionContext, Module, type Provider } from '@nestjs/common';

const colour = '#2f6f4f';
const siteOf = (name: string) => ({ name, colour, url: `http://${name}.localhost:${process.env.PORT}` });
const TENANTS = ['acme', 'globex'].map(siteOf);
const MAIL_OFF = 'UPDATE people SET email_notifications = false WHERE tenant_id = $1 AND id = $2';

async function turnOff(work: Work, userId: number): Promise<void> {
  await work.change(MAIL_OFF, [work.scope.tenantId, userId]);
}

/** What the library asks of this host. */
const PORTS: Provider[] = [
  { provide: HostRelations, useValue: { people: 'people', readers: 'readers' } },
  { provide: Subjects, useValue: { find: async () => [] } },
  { provide: MailSwitch, useValue: { turnOff } },
  { provide: TenantSites, useValue: { of: async ({ tenantId }: TenantScope) => TENANTS[tenantId - 1] } },
];

@Module({ providers: PORTS, exports: PORTS })
export class HostModule {}

/** Where a real host has its login: `acme.localhost` is tenant 1, and the header `X-User` is believed. */
export function canActivate(context: ExecutionContext): boolean {
  const request = context.switchToHttp().getRequest<{ hostname: string; headers: Record<string, string> }>();
  const scope = { tenantId: TENANTS.findIndex(({ name }) => request.hostname === `${name}.localhost`) + 1 };
  const userId = Number(request.headers['x-user']) || null;
  const caller: Caller = { scope, userId, tokenId: 0, app: null, can: () => true, hasAbility: () => true };
  Object.assign(request, { scope, caller });
  return scope.tenantId > 0;
}
