import { CurrentPerson, NotFoundError, Notifier, type Person, UnitOfWork } from '@kendo/notifications';
import { Controller, Param, ParseIntPipe, Post } from '@nestjs/common';
import { type Invoice, InvoicePaid } from './invoice-paid.js';

const PAY = 'UPDATE invoices SET paid = true WHERE tenant_id = $1 AND id = $2 RETURNING *';

@Controller('api/invoices')
export class InvoicesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifier: Notifier,
  ) {}

  /** The payment and its notification are one transaction: both are on record, or neither. */
  @Post(':id/pay')
  pay(@CurrentPerson() person: Person, @Param('id', ParseIntPipe) id: number): Promise<Invoice> {
    return this.unitOfWork.run(person.scope, async (work) => {
      const [invoice] = await work.rows<Invoice>(PAY, [person.scope.tenantId, id]);
      if (!invoice) throw new NotFoundError();
      await this.notifier.notify(work, invoice.customer_id, new InvoicePaid(invoice));
      return invoice;
    });
  }
}
