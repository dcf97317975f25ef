import { channelsOf, MAIL, type NotificationEventClass } from '../types/notification-event.js';
import type { NotificationChannel } from './notification-channel.js';

const NAME = /^[a-z][a-z0-9_-]*$/;
/** What else there is beside channels, where a delivery or a dead letter is told by a name. */
const TAKEN = ['inbox', 'event', MAIL];

/** The host's channels by name. A start with a channel that is missing, or cannot be told from another, is refused. */
export class InstalledChannels {
  private readonly byName = new Map<string, NotificationChannel>();

  constructor(channels: readonly NotificationChannel[], events: readonly NotificationEventClass[]) {
    for (const channel of channels) this.install(channel);
    for (const kind of events) {
      for (const name of channelsOf(kind)) if (name !== MAIL && !this.byName.has(name)) refuse(kind, name);
    }
  }

  /** No delivery takes longer to send, in milliseconds. */
  get longestSend(): number {
    return Math.max(0, ...[...this.byName.values()].map(({ longestSend }) => longestSend));
  }

  concurrencyOf(name: string): number {
    return this.byName.get(name)?.concurrency ?? 1;
  }

  named(name: string): NotificationChannel {
    const channel = this.byName.get(name);
    if (!channel) {
      throw new Error(
        `No channel is named "${name}": install it with NotificationsModule.forRoot({ channels }).`,
      );
    }
    return channel;
  }

  private install(channel: NotificationChannel): void {
    const { name } = channel;
    if (!NAME.test(name)) throw new Error(`A channel cannot be named "${name}"; "webhook" would do.`);
    if (this.byName.has(name) || TAKEN.includes(name)) {
      throw new Error(`Two channels are named "${name}"; rename one of them.`);
    }
    this.byName.set(name, channel);
  }
}

function refuse(kind: NotificationEventClass, name: string): never {
  throw new Error(
    `${kind.name} goes by the channel "${name}", which is not installed: name the channel's class in ` +
      'NotificationsModule.forRoot({ channels }).',
  );
}
