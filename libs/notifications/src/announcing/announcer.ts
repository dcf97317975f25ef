import { Injectable, Logger } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import {
  NOTIFICATION_FAILED,
  NOTIFICATION_SENT,
  type NotificationFailed,
  type NotificationSent,
} from './announcements.js';

/** Tells the host's listeners what has happened. Nobody waits for them, and what they fail at hurts nothing. */
@Injectable()
export class Announcer {
  private readonly logger = new Logger(Announcer.name);

  constructor(private readonly emitter: EventEmitter2) {}

  /** `what` is asked when somebody listens, and only then. */
  sent(what: () => readonly NotificationSent[]): void {
    this.announce(NOTIFICATION_SENT, what);
  }

  failed(what: () => readonly NotificationFailed[]): void {
    this.announce(NOTIFICATION_FAILED, what);
  }

  private announce(name: string, what: () => readonly (NotificationSent | NotificationFailed)[]): void {
    if (!this.emitter.hasListeners(name)) return;
    for (const announcement of what()) void this.tell(name, announcement);
  }

  private async tell(name: string, announcement: NotificationSent | NotificationFailed): Promise<void> {
    try {
      await this.emitter.emitAsync(name, announcement);
    } catch (error) {
      this.logger.error({ err: error, announcement }, `A listener to ${name} failed`);
    }
  }
}
