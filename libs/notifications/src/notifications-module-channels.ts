import type { Provider, Type } from '@nestjs/common';
import { ChannelBatches } from './channels/channel-batches.js';
import { ChannelWorker } from './channels/channel-worker.js';
import { Courier } from './channels/courier.js';
import { InstalledChannels } from './channels/installed-channels.js';
import type { NotificationChannel } from './channels/notification-channel.js';
import { WebhookChannel } from './channels/webhook-channel.js';
import { WebhookEndpoints } from './channels/webhook-endpoints.js';
import { type HostPort, hostPort } from './ports/host-port.js';
import { EventRegistry } from './types/event-registry.js';

type Channels = readonly Type<NotificationChannel>[];

/** The channels that a host installs, and what delivers by them. */
export function channelProviders(channels: Channels): Provider[] {
  const installed = {
    provide: InstalledChannels,
    inject: [EventRegistry, ...channels],
    useFactory: (registry: EventRegistry, ...made: NotificationChannel[]) =>
      new InstalledChannels(made, registry.all()),
  };
  return [...channels, installed, ChannelBatches, Courier, ChannelWorker];
}

/** What the library's own channels need of the host. */
export function channelPorts(channels: Channels): HostPort[] {
  return channels.includes(WebhookChannel) ? [hostPort('WebhookChannel', WebhookEndpoints)] : [];
}
