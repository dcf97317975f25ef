import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Operator } from '../../accounts/author.js';
import { AuditLog } from '../../audit/audit-log.js';
import { presentAuditEntry } from '../../audit/audit-presenter.js';
import { type Page, pageInput } from '../../input/page.js';
import { TenantOperation } from '../operation.js';

@Injectable()
export class ListAudit extends TenantOperation<Page> {
  readonly input = pageInput;

  constructor(private readonly audit: AuditLog) {
    super();
  }

  async run(work: Work, _: Operator, page: Page) {
    return (await this.audit.list(work, page)).map(presentAuditEntry);
  }
}
