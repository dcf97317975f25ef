import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { DemoSeeder } from './demo-seeder.js';
import { IssueStories } from './story/issue-stories.js';
import { StoryTeller } from './story/story-teller.js';
import { TenantSeeder } from './tenant-seeder.js';

@Module({ imports: [AccountsModule], providers: [DemoSeeder, TenantSeeder, StoryTeller, IssueStories] })
export class DemoModule {}
