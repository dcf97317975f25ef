import { Injectable, Logger } from '@nestjs/common';
import { type ClosedReason, NotificationMetrics } from '../metrics/notification-metrics.js';
import { EventRegistry } from '../types/event-registry.js';
import { MAIL, voiceOf } from '../types/notification-event.js';
import type { DueMail } from './due-mail.js';
import type { Letter } from './letter.js';
import type { MailBatch } from './mail-batches.js';
import { closed, failed, type DeliveryOutcome, refused, released, sent } from './delivery-outcome.js';
import { MailRenderer } from './mail-renderer.js';
import { MailFailure, MailTransport } from './mail-transport.js';
import { measureFailure } from './measure-failure.js';
import { addresseeOf } from './still-wanted.js';
import { TransportPause } from './transport-pause.js';

/** Takes one mail to the transport and says what became of it; whatever goes wrong with one hurts no other. */
@Injectable()
export class Postman {
  private readonly logger = new Logger(Postman.name);
  private readonly pause = new TransportPause();

  constructor(
    private readonly registry: EventRegistry,
    private readonly renderer: MailRenderer,
    private readonly transport: MailTransport,
    private readonly metrics: NotificationMetrics,
  ) {}

  /** How many of `wanted` mails may be taken up now: none while the transport is paused, one as a probe. */
  capacity(wanted: number): number {
    if (this.pause.isOn) return 0;
    return this.pause.isProbing ? 1 : wanted;
  }

  async deliver(mail: DueMail, batch: MailBatch): Promise<DeliveryOutcome> {
    if (this.pause.isOn) return released(mail);
    try {
      const letter = this.letterOf(mail, batch);
      if (typeof letter === 'string') return this.unwanted(mail, letter);
      const answer = await this.transport.send(this.renderer.render(letter));
      this.gotThrough();
      this.metrics.sent(MAIL);
      return sent(mail, answer);
    } catch (error) {
      return this.notTaken(mail, batch, error);
    }
  }

  private letterOf(mail: DueMail, { scope, site, unsubscribePath }: MailBatch): Letter | ClosedReason {
    if (!mail.event) return 'deleted';
    const event = this.registry.revive(mail.event.name, mail.event.occurrence);
    const addressee = addresseeOf(mail, voiceOf(event.kind, mail.reason).mailFlag);
    if (typeof addressee === 'string') return addressee;
    const { name, email: address, locale, timezone } = addressee;
    return {
      event,
      reason: mail.reason,
      to: { name, address, locale, timezone },
      site,
      unsubscribeUrl: site.url + unsubscribePath(addressee.id),
      id: `mail.${scope.tenantId}.${mail.notificationId}`,
      threadId: `thread.${scope.tenantId}.${mail.threadId}`,
    };
  }

  private unwanted(mail: DueMail, because: ClosedReason): DeliveryOutcome {
    this.metrics.closed(MAIL, because);
    return closed(mail, because);
  }

  private notTaken(mail: DueMail, { scope }: MailBatch, error: unknown): DeliveryOutcome {
    if (error instanceof MailFailure) {
      if (error.kind === 'way') return released(mail, this.wayIsBroken(error));
      this.gotThrough();
    }
    const cause = error instanceof Error ? error : new Error(String(error));
    const isFinal = cause instanceof MailFailure && cause.kind === 'refused';
    const outcome = isFinal ? refused(mail, cause) : failed(mail, cause);
    const { notification_id, closed_because } = outcome;
    measureFailure(this.metrics, MAIL, outcome, cause instanceof MailFailure ? 'passing' : 'unwritable');
    this.logger.warn({ err: cause, ...scope, notification_id, closed_because }, 'A mail was not taken');
    return outcome;
  }

  /** Answers for how many seconds nothing is tried. */
  private wayIsBroken(failure: MailFailure): number {
    this.metrics.failed(MAIL, 'way');
    this.metrics.mailPaused(true);
    const isNews = !this.pause.isOn;
    const milliseconds = this.pause.fault();
    if (isNews) this.logger.warn({ err: failure, milliseconds }, 'Mail cannot leave; pausing');
    return milliseconds / 1_000;
  }

  private gotThrough(): void {
    if (!this.pause.gotThrough()) return;
    this.metrics.mailPaused(false);
    this.logger.log('Mail leaves again');
  }
}
