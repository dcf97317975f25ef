import { NOTIFICATION_MIGRATIONS } from '@kendo/notifications';
import { ACCOUNT_MIGRATIONS } from '../accounts/account-migrations.js';
import { AUDIT_MIGRATIONS } from '../audit/audit-migrations.js';
import { TENANCY_MIGRATIONS } from '../tenancy/tenancy-migrations.js';
import { TRACKER_MIGRATIONS } from '../tracker/tracker-migrations.js';

/** The whole schema; TypeORM runs them by the times in their names. */
export const MIGRATIONS = [
  ...NOTIFICATION_MIGRATIONS,
  ...TENANCY_MIGRATIONS,
  ...ACCOUNT_MIGRATIONS,
  ...AUDIT_MIGRATIONS,
  ...TRACKER_MIGRATIONS,
];
