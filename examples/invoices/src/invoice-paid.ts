import { NotificationEvent, type Voices } from '@kendo/notifications';

export type Invoice = { id: number; number: string; amount: string; customer_id: number };

/** Told to the customer, in the inbox and by mail. */
export class InvoicePaid extends NotificationEvent<{ number: string; amount: string }> {
  static readonly eventName = 'invoice.paid';
  static readonly voices: Voices = {
    direct: {
      sentence: { en: 'Invoice {number} is paid: {amount}', nl: 'Factuur {number}: {amount} betaald' },
    },
  };

  constructor({ id, number, amount }: Invoice) {
    super({
      subject: { type: 'invoice', id, title: number, url: `/invoices/${id}` },
      params: { number, amount },
      key: `invoice.paid:${id}`,
    });
  }
}
