import { Injectable } from '@nestjs/common';
import { Announcer } from '../announcing/announcer.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { MAIL } from '../types/notification-event.js';
import { tellOutcomes } from './tell-outcomes.js';
import { type Claim, MailDeliveries } from './mail-deliveries.js';
import type { DeliveryOutcome } from './delivery-outcome.js';
import { type TenantSite, TenantSites } from './tenant-sites.js';
import { UnsubscribeLinks, type UnsubscribePath } from './unsubscribe-links.js';

/** A tenant's claimed deliveries, with what their mails have in common. */
export interface MailBatch extends Claim {
  readonly scope: TenantScope;
  readonly site: TenantSite;
  readonly unsubscribePath: UnsubscribePath;
}

/** Takes and settles batches, a short transaction each: none is open while mail is on its way. */
@Injectable()
export class MailBatches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: MailDeliveries,
    private readonly links: UnsubscribeLinks,
    private readonly sites: TenantSites,
    private readonly announcer: Announcer,
  ) {}

  async claim(scope: TenantScope, limit: number, seconds: number): Promise<MailBatch | null> {
    const site = await this.sites.of(scope);
    return this.unitOfWork.run(scope, async (work) => {
      const claim = await this.deliveries.claim(work, limit, seconds);
      return claim && { ...claim, scope, site, unsubscribePath: await this.links.paths(work) };
    });
  }

  async settle({ scope, lease, mails }: MailBatch, outcomes: readonly DeliveryOutcome[]): Promise<void> {
    await this.unitOfWork.run(scope, (work) => this.deliveries.settle(work, lease, outcomes));
    tellOutcomes(this.announcer, { scope, channel: MAIL, deliveries: mails }, outcomes);
  }
}
