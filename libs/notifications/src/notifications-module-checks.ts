import { z } from 'zod';
import { isAddress } from './delivery/mailbox.js';
import type { MailTransport } from './delivery/mail-transport.js';
import type {
  NotificationsModuleParts,
  NotificationsModuleSettings,
} from './notifications-module-options.js';
import { refusalOf } from './types/refusal.js';

const classOf = (error: string) => z.custom((value) => typeof value === 'function', { error });

const PARTS = z.object({
  imports: z.array(z.unknown(), { error: "must be a list of the host's modules that export its ports" }),
  events: z.array(classOf('must be a class that extends NotificationEvent')).optional(),
  channels: z.array(classOf('must be the class of a channel: Nest makes the channel')).optional(),
});

const MAILBOX = { error: "must be of a mailbox, such as { name: 'Kendo', address: 'no-reply@example.com' }" };

const SETTINGS = z.object({
  settings: z.object(
    {
      delivers: z.boolean({ error: 'must be true or false: whether this process fans out and mails' }),
      mail: z.object(
        {
          from: z.object(
            { name: z.string(MAILBOX), address: z.string(MAILBOX).refine(isAddress, MAILBOX) },
            MAILBOX,
          ),
          transport: z.custom(isTransport, {
            error: 'must be a MailTransport, such as new MailerMailTransport({ url })',
          }),
        },
        { error: 'must say whom mails come from and how they leave: { from, transport }' },
      ),
    },
    { error: 'must be { delivers, mail }, which the factory has to answer' },
  ),
});

function isTransport(value: unknown): boolean {
  const transport = value as Partial<MailTransport> | null | undefined;
  return (
    typeof transport?.send === 'function' &&
    typeof transport.close === 'function' &&
    Number(transport.concurrency) >= 1 &&
    Number(transport.longestSend) >= 1
  );
}

/** Refuses what is no module, event or channel before Nest stumbles over it. */
export function requireParts(parts: NotificationsModuleParts): void {
  refuse(refusalOf(PARTS, parts));
}

/** The settings as they came, whether from `forRoot` or from a factory. */
export function requireSettings(settings: NotificationsModuleSettings): NotificationsModuleSettings {
  refuse(refusalOf(SETTINGS, { settings }));
  return settings;
}

function refuse(refusal: string | null): void {
  if (refusal) throw new Error(`NotificationsModule.forRoot: ${refusal}`);
}
