import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { DemoSeeder } from './demo-seeder.js';
import { TenantSeeder } from './tenant-seeder.js';

@Module({ imports: [AccountsModule], providers: [DemoSeeder, TenantSeeder] })
export class DemoModule {}
