import { CreateTenants1700000100000 } from './migrations/1700000100000-create-tenants.js';
import { AddTenantColours1700000101000 } from './migrations/1700000101000-add-tenant-colours.js';

export const TENANCY_MIGRATIONS = [CreateTenants1700000100000, AddTenantColours1700000101000];
