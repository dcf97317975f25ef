import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AdministrationModule } from '../administration/administration.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { DeadLettersModule } from '../dead-letters/dead-letters.module.js';
import { TenancyModule } from '../tenancy/tenancy.module.js';
import { TrackerModule } from '../tracker/tracker.module.js';
import { OPERATIONS } from './catalogue.js';
import { LocalOperations } from './local-operations.js';
import { Operations } from './operations.js';
import { FirstAdmin } from './tenants/first-admin.js';

/** What the command line asks for. */
@Module({
  imports: [
    TenancyModule,
    AccountsModule,
    AdministrationModule,
    AuditModule,
    TrackerModule,
    DeadLettersModule,
  ],
  providers: [FirstAdmin, ...Object.values(OPERATIONS), { provide: Operations, useClass: LocalOperations }],
})
export class OperationsModule {}
