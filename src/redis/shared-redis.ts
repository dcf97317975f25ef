import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Settings } from '../config/settings.js';
import { openRedis } from './redis-connection.js';

/** This process's connection, for what may be asked and not be answered; none without REDIS_URL. */
@Injectable()
export class SharedRedis implements OnApplicationShutdown {
  readonly client: Redis | undefined;

  constructor({ redisUrl }: Settings) {
    this.client = redisUrl === undefined ? undefined : openRedis(redisUrl);
  }

  /** Whether it answers at this moment; `undefined` where there is none. */
  async answers(): Promise<boolean | undefined> {
    return this.client?.ping().then(
      () => true,
      () => false,
    );
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
  }
}
