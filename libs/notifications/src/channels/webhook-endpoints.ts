import type { ChannelDelivery } from './notification-channel.js';

export interface WebhookEndpoint {
  /** `https://…`, or `http://…` where the way is safe. */
  readonly url: string;
  /** As Standard Webhooks writes them: `whsec_` and 24 to 64 random bytes in base64; one of its own for each endpoint. */
  readonly secret: string;
}

/** Where a tenant, or a person, has its webhooks (a port of `WebhookChannel`); `null` for who has none. */
export abstract class WebhookEndpoints {
  /**
   * Whether a URL may lead to this machine or a private network: for tests, and where no tenant chooses its URL. It is
   * asked for once.
   */
  readonly reachInside: boolean = false;

  abstract of(delivery: ChannelDelivery): Promise<WebhookEndpoint | null>;
}
