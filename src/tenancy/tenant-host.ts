import type { Settings } from '../config/settings.js';

/** A tenant's name in its host name. */
export const SLUG = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** `acme` of the Host header `acme.kendo.dev:443`; nothing for the bare domain, a deeper name or another domain. */
export function slugOf(host: string, tenantDomain: string): string | undefined {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  if (!name.endsWith(`.${tenantDomain}`)) return undefined;
  const label = name.slice(0, -tenantDomain.length - 1);
  return SLUG.test(label) ? label : undefined;
}

/** Where people find a tenant. */
export function tenantUrl(slug: string, { publicUrl }: Settings): string {
  return publicUrl.replace('://', `://${slug}.`);
}
