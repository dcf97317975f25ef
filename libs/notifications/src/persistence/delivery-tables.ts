/** One row for each way out of an inbox row. */
export const DELIVERY_TABLES = ['mail_deliveries', 'channel_deliveries'];
