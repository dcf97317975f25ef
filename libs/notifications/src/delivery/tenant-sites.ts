import type { TenantScope } from '../domain/tenant-scope.js';

export interface TenantSite {
  readonly name: string;
  /** Where its people find it, without a slash at the end: `https://acme.kendo.dev`. */
  readonly url: string;
  /** What its mails and pages are dressed in, as `#rrggbb`. */
  readonly colour: string;
}

/** Where a tenant lives (a port): mails link to it. Asked outside of any transaction. */
export abstract class TenantSites {
  abstract of(scope: TenantScope): Promise<TenantSite>;
}
