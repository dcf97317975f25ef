import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { TenantScope } from '../domain/tenant-scope.js';
import { WorkRunner } from '../queue/work-runner.js';
import { deliverInTurns, leaseFor } from './deliver-in-turns.js';
import { MailBatches } from './mail-batches.js';
import { MailTransport } from './mail-transport.js';
import { Postman } from './postman.js';

/** Twice as many send no faster; half as many a fifth slower. */
const MAILS_AT_ONCE = 200;

/** Sends a tenant's due mail, a batch at a time. */
@Injectable()
export class MailWorker implements OnModuleInit, OnApplicationShutdown {
  private readonly leaseSeconds: number;

  constructor(
    private readonly runner: WorkRunner,
    private readonly batches: MailBatches,
    private readonly postman: Postman,
    private readonly transport: MailTransport,
  ) {
    this.leaseSeconds = leaseFor(transport.longestSend);
  }

  onModuleInit(): void {
    this.runner.assign('mail', (scope) => this.piece(scope));
  }

  /** By now the runner has finished the piece that was under way. */
  async onApplicationShutdown(): Promise<void> {
    await this.transport.close();
  }

  /** One batch; answers whether there may be more. */
  async piece(scope: TenantScope): Promise<boolean> {
    const limit = this.postman.capacity(MAILS_AT_ONCE);
    if (limit === 0) return false;
    const batch = await this.batches.claim(scope, limit, this.leaseSeconds);
    if (!batch) return false;
    await deliverInTurns(batch.mails, {
      concurrency: this.transport.concurrency,
      deliver: (mail) => this.postman.deliver(mail, batch),
      write: (outcomes) => this.batches.settle(batch, outcomes),
    });
    return batch.mails.length === limit;
  }
}
