import { CreateAuditEntries1700000113000 } from './migrations/1700000113000-create-audit-entries.js';

export const AUDIT_MIGRATIONS = [CreateAuditEntries1700000113000];
