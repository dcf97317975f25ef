import { z } from 'zod';

/** In lower case; short enough that a tenant's slug fits before it. */
export function dnsName(error: string) {
  return z
    .string()
    .toLowerCase()
    .regex(/^(?=.{1,190}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/, { error });
}
