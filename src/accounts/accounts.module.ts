import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { RedisModule } from '../redis/redis.module.js';
import { AccessTokens } from './access-tokens.js';
import { Authentication } from './authentication.js';
import { ProfileController } from './profile.controller.js';
import { ProfileService } from './profile.service.js';
import { RateLimits } from './rate-limits.js';
import { TokenGuard } from './token.guard.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

/** Who people are, how they prove it, and what they may do. */
@Module({
  imports: [RedisModule],
  controllers: [UsersController, ProfileController],
  providers: [
    AccessTokens,
    Authentication,
    ProfileService,
    RateLimits,
    UsersService,
    { provide: APP_GUARD, useClass: TokenGuard },
  ],
  exports: [AccessTokens, ProfileService, UsersService],
})
export class AccountsModule {}
