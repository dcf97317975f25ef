import { CreateTenants1700000100000 } from './migrations/1700000100000-create-tenants.js';

export const TENANCY_MIGRATIONS = [CreateTenants1700000100000];
