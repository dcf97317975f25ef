import type { DynamicModule, FactoryProvider, Type } from '@nestjs/common';
import type { NotificationChannel } from './channels/notification-channel.js';
import type { MailTransport } from './delivery/mail-transport.js';
import type { Mailbox } from './delivery/mailbox.js';
import type { NotificationMetrics } from './metrics/notification-metrics.js';
import type { NotificationEventClass } from './types/notification-event.js';

/** What has to be known while Nest puts the modules together. */
export interface NotificationsModuleParts {
  /** The host's modules that provide and export its ports, and what a factory injects. */
  readonly imports: readonly (Type | DynamicModule)[];
  /** The host's own notification events. */
  readonly events?: readonly NotificationEventClass[];
  /** The host's channels, and those of the library that it wants: `[WebhookChannel]`. */
  readonly channels?: readonly Type<NotificationChannel>[];
}

/** What may come from a factory, such as the host's configuration. */
export interface NotificationsModuleSettings {
  /** Whether this process fans out and mails; a pure web process leaves it to workers. */
  readonly delivers: boolean;
  /** The doorbell's Redis; without it, it rings in this process alone. */
  readonly redisUrl?: string | undefined;
  readonly mail: { readonly from: Mailbox; readonly transport: MailTransport };
  /** Who measures; nobody unless it is given. */
  readonly metrics?: NotificationMetrics;
}

export type NotificationsModuleOptions = NotificationsModuleParts & NotificationsModuleSettings;

export type NotificationsModuleAsyncOptions = NotificationsModuleParts &
  Pick<FactoryProvider<NotificationsModuleSettings>, 'inject' | 'useFactory'>;

/** The token under which the settings are known within the module. */
export const SETTINGS = Symbol('NotificationsModuleSettings');
