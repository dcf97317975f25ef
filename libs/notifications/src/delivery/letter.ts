import type { Reason } from '../domain/audience.js';
import type { NotificationEvent } from '../types/notification-event.js';
import type { Recipient } from './due-mail.js';
import type { Mailbox } from './mailbox.js';
import type { TenantSite } from './tenant-sites.js';

/** An event, told to one person. */
export interface Letter {
  readonly event: NotificationEvent;
  readonly reason: Reason;
  readonly to: Mailbox & Pick<Recipient, 'locale' | 'timezone'>;
  readonly site: TenantSite;
  readonly unsubscribeUrl: string;
  /** Unique for ever, as the mail's own identity and that of the conversation it belongs to. */
  readonly id: string;
  readonly threadId: string;
}
