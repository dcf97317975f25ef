import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { PermissionsController } from './roles/permissions.controller.js';
import { RolesController } from './roles/roles.controller.js';
import { RolesService } from './roles/roles.service.js';
import { TokensController } from './tokens/tokens.controller.js';
import { TokensService } from './tokens/tokens.service.js';
import { UserAdministration } from './users/user-administration.js';
import { UserAdministrationController } from './users/user-administration.controller.js';

/** Who governs people, and how far: every change is on record in the audit. */
@Module({
  imports: [AccountsModule, AuditModule],
  controllers: [UserAdministrationController, RolesController, PermissionsController, TokensController],
  providers: [UserAdministration, RolesService, TokensService],
  exports: [UserAdministration, RolesService, TokensService],
})
export class AdministrationModule {}
