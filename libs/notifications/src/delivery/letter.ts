import type { Reason } from '../domain/audience.js';
import type { NotificationEvent } from '../types/notification-event.js';
import type { TenantSite } from './tenant-sites.js';

/** An event, told to one person. */
export interface Letter {
  readonly event: NotificationEvent;
  readonly reason: Reason;
  readonly to: Addressee;
  readonly site: TenantSite;
  readonly unsubscribeUrl: string;
  /** Unique for ever, as the mail's own identity and that of the conversation it belongs to. */
  readonly id: string;
  readonly threadId: string;
}

interface Addressee {
  readonly name: string;
  readonly address: string;
  readonly locale: string;
  readonly timezone: string;
}
