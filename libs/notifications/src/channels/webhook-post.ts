import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { finished } from 'node:stream/promises';
import { lookupPublic, refusePrivateLiteral } from './public-address.js';

/** A connection that is idle for longer is closed; in milliseconds. */
const IDLE_MS = 4_000;
/** For so long an answer is read on, so that its connection can serve the next call. */
const REST_WITHIN_MS = 1_000;

export interface WebhookCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

export interface WebhookAnswer {
  readonly status: number;
  readonly statusText: string;
}

/** Posts to endpoints, over connections that are kept; follows no redirect, and reads nothing but the status. */
export class WebhookPost {
  private readonly http: HttpAgent;
  private readonly https: HttpsAgent;

  constructor(private readonly reachesInside: boolean) {
    const options = {
      keepAlive: true,
      timeout: IDLE_MS,
      ...(!reachesInside && { lookup: lookupPublic }),
    };
    this.http = new HttpAgent(options);
    this.https = new HttpsAgent(options);
  }

  async send(to: string, { headers, body, signal }: WebhookCall): Promise<WebhookAnswer> {
    const url = new URL(to);
    if (!this.reachesInside) refusePrivateLiteral(url);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = { method: 'POST', headers, signal };
      const call =
        url.protocol === 'https:'
          ? requestHttps(url, { ...options, agent: this.https })
          : requestHttp(url, { ...options, agent: this.http });
      call
        .on('response', resolve)
        .on('error', (error) => reject(firstOf(error)))
        .end(body);
    });
    void letGo(answer);
    return { status: answer.statusCode ?? 0, statusText: answer.statusMessage ?? '' };
  }
}

/** Of a host with several addresses, each of which failed: only the single failures say how. */
function firstOf(error: Error & { readonly errors?: readonly Error[] }): Error {
  return error.errors?.[0] ?? error;
}

/** What comes after the status, or fails to, changes nothing any more. */
async function letGo(answer: IncomingMessage): Promise<void> {
  const late = AbortSignal.timeout(REST_WITHIN_MS);
  await finished(answer.resume(), { signal: late }).catch(() => answer.destroy());
}
