import { Injectable } from '@nestjs/common';
import { type ChannelDelivery, ChannelFailure, NotificationChannel } from './notification-channel.js';
import { WebhookEndpoints } from './webhook-endpoints.js';
import { webhookPayload } from './webhook-payload.js';
import { type WebhookAnswer, WebhookPost } from './webhook-post.js';
import { signedHeaders } from './webhook-signature.js';

/** Worth another try, though the client is at fault: time-out, too early, too many requests. */
const PASSING_4XX = [408, 425, 429];

/** Posts each delivery to the recipient's endpoint, signed as Standard Webhooks 1.0 says. */
@Injectable()
export class WebhookChannel extends NotificationChannel {
  readonly name = 'webhook';
  override readonly longestSend = 10_000;

  private readonly post: WebhookPost;

  constructor(private readonly endpoints: WebhookEndpoints) {
    super();
    this.post = new WebhookPost(endpoints.reachInside);
  }

  async send(delivery: ChannelDelivery, signal: AbortSignal): Promise<string> {
    const endpoint = await this.endpoints.of(delivery);
    if (!endpoint) throw new ChannelFailure('no_address', 'There is no webhook endpoint.');
    const body = JSON.stringify(webhookPayload(delivery));
    const seconds = Math.floor(Date.now() / 1_000);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Kendo-Notifications',
      ...signedHeaders(delivery.id, seconds, body, endpoint.secret),
    };
    return judged(await this.post.send(endpoint.url, { headers, body, signal }));
  }
}

/** A redirect would take the notification where nobody has agreed to have it: it is as good as an error. */
function judged({ status, statusText }: WebhookAnswer): string {
  const said = `${status} ${statusText}`.trim();
  if (status >= 200 && status < 300) return said;
  const isFinal = status >= 400 && status < 500 && !PASSING_4XX.includes(status);
  throw new ChannelFailure(isFinal ? 'refused' : 'passing', said);
}
