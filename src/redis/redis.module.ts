import { Module } from '@nestjs/common';
import { SharedRedis } from './shared-redis.js';

@Module({ providers: [SharedRedis], exports: [SharedRedis] })
export class RedisModule {}
