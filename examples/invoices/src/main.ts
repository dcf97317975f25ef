import { CaptureMailTransport, ErrorFilter, ErrorShapes, NotificationsModule } from '@kendo/notifications';
import { laravelError, LaravelValidationPipe, NativeInboxModule } from '@kendo/notifications/native';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { databaseAt, migrate } from './database.js';
import { canActivate, HostModule } from './host.module.js';
import { InvoicePaid } from './invoice-paid.js';
import { InvoicesController } from './invoices.controller.js';

const { DATABASE_URL = '', MIGRATE_DATABASE_URL, REDIS_URL, MAIL_DIR = 'mail', PORT = '3000' } = process.env;
const from = { name: 'Invoices', address: 'no-reply@invoices.example' };
const transport = new CaptureMailTransport(MAIL_DIR);

@Module({
  imports: [
    TypeOrmModule.forRoot(databaseAt(DATABASE_URL)),
    EventEmitterModule.forRoot(),
    NotificationsModule.forRootAsync({
      imports: [HostModule],
      events: [InvoicePaid],
      useFactory: () => ({ delivers: true, redisUrl: REDIS_URL, mail: { from, transport } }),
    }),
    NativeInboxModule,
  ],
  controllers: [InvoicesController],
})
class AppModule {}

if (MIGRATE_DATABASE_URL) await migrate(MIGRATE_DATABASE_URL, DATABASE_URL);
const app = await NestFactory.create(AppModule, new FastifyAdapter());
app.useGlobalGuards({ canActivate });
app.useGlobalPipes(new LaravelValidationPipe());
app.useGlobalFilters(new ErrorFilter(app.get(ErrorShapes), laravelError));
app.enableShutdownHooks();
await app.listen(Number(PORT));
