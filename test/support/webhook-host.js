/* Copied into the installed example, whose host this is too: one that tells of payments by webhook. */
import {
  CaptureMailTransport,
  NotificationsModule,
  Notifier,
  WebhookChannel,
  WebhookEndpoints,
} from '@kendo/notifications';
import { NestFactory } from '@nestjs/core';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { TypeOrmModule } from '@nestjs/typeorm';

/* Of the example, which is compiled by the time that this runs. */
const its = (name) => import(`./dist/${name}.js`);
const { databaseAt } = await its('database');
const { HostModule } = await its('host.module');
const { InvoicePaid } = await its('invoice-paid');

class InvoicePaidByHook extends InvoicePaid {
  static eventName = 'invoice.paid-by-hook';
  static channels = ['webhook'];
}

const { DATABASE_URL, HOOK_URL: url, HOOK_SECRET: secret, PAYS } = process.env;
const endpoints = {
  provide: WebhookEndpoints,
  useValue: { reachInside: true, of: async () => ({ url, secret }) },
};

const app = await NestFactory.createApplicationContext({
  module: class {},
  imports: [
    TypeOrmModule.forRoot(databaseAt(DATABASE_URL)),
    EventEmitterModule.forRoot(),
    NotificationsModule.forRoot({
      imports: [HostModule, { module: class {}, providers: [endpoints], exports: [endpoints] }],
      events: [InvoicePaidByHook],
      channels: [WebhookChannel],
      delivers: true,
      mail: {
        from: { name: '', address: 'no-reply@invoices.example' },
        transport: new CaptureMailTransport('mail'),
      },
    }),
  ],
});
if (PAYS) await app.get(Notifier).notify({ tenantId: 1 }, 1, new InvoicePaidByHook(JSON.parse(PAYS)));
