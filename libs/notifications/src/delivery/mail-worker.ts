import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { TenantScope } from '../domain/tenant-scope.js';
import { WorkRunner } from '../queue/work-runner.js';
import { type MailBatch, MailBatches } from './mail-batches.js';
import { LEDGER_PATIENCE_MS, MailLedger } from './mail-ledger.js';
import { released } from './mail-outcome.js';
import { MailTransport } from './mail-transport.js';
import { Postman } from './postman.js';

/** Twice as many send no faster; half as many a fifth slower. */
const MAILS_AT_ONCE = 200;
/** No mail of a batch begins later: a slow server makes a batch smaller, not the other tenants wait. */
const BEGIN_WITHIN_MS = 1_000;

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
    this.leaseSeconds = (BEGIN_WITHIN_MS + transport.longestSend + LEDGER_PATIENCE_MS) / 1_000 + 5;
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
    await this.deliver(batch);
    return batch.mails.length === limit;
  }

  private async deliver(batch: MailBatch): Promise<void> {
    const { concurrency } = this.transport;
    const ledger = new MailLedger((outcomes) => this.batches.settle(batch, outcomes), concurrency);
    const lastStart = performance.now() + BEGIN_WITHIN_MS;
    const mails = batch.mails.values();
    const takeTurns = async () => {
      for (const mail of mails) {
        const begin = performance.now() < lastStart && !ledger.isBroken;
        await ledger.add(begin ? await this.postman.deliver(mail, batch) : released(mail));
      }
    };
    await Promise.all(Array.from({ length: concurrency }, takeTurns));
    await ledger.close();
  }
}
