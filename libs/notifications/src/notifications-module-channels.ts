import type { Provider, Type } from '@nestjs/common';
import { ChannelBatches } from './channels/channel-batches.js';
import { ChannelWorker } from './channels/channel-worker.js';
import { Courier } from './channels/courier.js';
import { InstalledChannels } from './channels/installed-channels.js';
import type { NotificationChannel } from './channels/notification-channel.js';
import { EventRegistry } from './types/event-registry.js';

/** The channels that a host installs, and what delivers by them. */
export function channelProviders(channels: readonly Type<NotificationChannel>[]): Provider[] {
  const installed = {
    provide: InstalledChannels,
    inject: [EventRegistry, ...channels],
    useFactory: (registry: EventRegistry, ...made: NotificationChannel[]) =>
      new InstalledChannels(made, registry.all()),
  };
  return [...channels, installed, ChannelBatches, Courier, ChannelWorker];
}
