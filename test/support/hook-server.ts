import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface HookCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody else's HTTP server, which takes webhooks or refuses them. */
export class HookServer {
  readonly calls: HookCall[] = [];
  /** Taken from the front; when there is none left, 204. `null` is no answer, for ever. */
  readonly answers: (number | null)[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HookServer> {
    const hooks = new HookServer(
      createServer((request, response) => {
        void text(request).then((body) => {
          hooks.calls.push({ headers: request.headers, body });
          const answer = hooks.answers.shift();
          if (answer !== null) response.writeHead(answer ?? 204).end();
        });
      }),
    );
    await once(hooks.server.listen(0, '127.0.0.1'), 'listening');
    return hooks;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hooks`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
