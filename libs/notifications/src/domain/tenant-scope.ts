/** Which tenant a read or a write is about. The first argument of everything that touches the database. */
export interface TenantScope {
  readonly tenantId: number;
}
