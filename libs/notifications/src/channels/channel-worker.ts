import { Injectable, type OnModuleInit } from '@nestjs/common';
import { deliverInTurns, leaseFor } from '../delivery/deliver-in-turns.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { WorkRunner } from '../queue/work-runner.js';
import { ChannelBatches } from './channel-batches.js';
import { Courier } from './courier.js';
import { InstalledChannels } from './installed-channels.js';

const DELIVERIES_AT_ONCE = 100;

/**
 * Whose endpoint hangs holds a place for as long as a send may take, and hardly ever a connection of the database.
 * Fan-out and mail have one place: the one is the database's work, the other has one transport for all tenants.
 */
const TENANTS_AT_ONCE = 8;

/**
 * Delivers what a tenant has due for channels beside mail, a batch at a time. Its channels leave side by side, and the
 * next batch waits for the slowest of them.
 */
@Injectable()
export class ChannelWorker implements OnModuleInit {
  constructor(
    private readonly runner: WorkRunner,
    private readonly batches: ChannelBatches,
    private readonly channels: InstalledChannels,
    private readonly courier: Courier,
  ) {}

  onModuleInit(): void {
    this.runner.assign('channels', (scope) => this.piece(scope), TENANTS_AT_ONCE);
  }

  /** Answers whether there may be more. */
  async piece(scope: TenantScope): Promise<boolean> {
    const lease = leaseFor(this.channels.longestSend);
    const batches = await this.batches.claim(scope, DELIVERIES_AT_ONCE, lease);
    await Promise.all(
      batches.map((batch) =>
        deliverInTurns(batch.deliveries, {
          concurrency: this.channels.concurrencyOf(batch.channel),
          deliver: (delivery) => this.courier.deliver(delivery, scope),
          write: (outcomes) => this.batches.settle(batch, outcomes),
        }),
      ),
    );
    return batches.flatMap(({ deliveries }) => deliveries).length === DELIVERIES_AT_ONCE;
  }
}
