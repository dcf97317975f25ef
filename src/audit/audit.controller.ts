import { CurrentPerson, openApiSchema, type Person, Requires, UnitOfWork } from '@kendo/notifications';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, pageInput } from '../input/page.js';
import { AuditLog } from './audit-log.js';
import { auditEntryOutput, presentAuditEntry } from './audit-presenter.js';

@ApiTags('Audit')
@ApiBearerAuth()
@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who changed what of people, roles, tokens and memberships, newest first' })
  @ApiOkResponse({ schema: openApiSchema(z.array(auditEntryOutput), 'output') })
  @Requires('users.manage')
  list(@CurrentPerson() { scope }: Person, @Query({ schema: pageInput }) page: Page) {
    return this.unitOfWork.run(scope, async (work) =>
      (await this.audit.list(work, page)).map(presentAuditEntry),
    );
  }
}
