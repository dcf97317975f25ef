import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Parsed when it is JSON, else the text. */
  readonly body: Body;
}

export type Headers = Readonly<Record<string, string>>;

/**
 * Somebody at a tenant's host. Requests go to 127.0.0.1 with the Host header, since not every machine can resolve
 * `acme.localhost`. A body is sent as JSON; a string is sent as it stands.
 */
export class Client {
  constructor(
    private readonly port: number,
    private readonly host: string,
    private readonly headers: Headers = {},
  ) {}

  get<Body>(path: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.send('GET', path, body, headers);
  }

  post<Body>(path: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.send('POST', path, body, headers);
  }

  patch<Body>(path: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.send('PATCH', path, body, headers);
  }

  delete<Body>(path: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.send('DELETE', path, body, headers);
  }

  async send<Body>(method: string, path: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const all = {
      host: `${this.host}:${this.port}`,
      ...(payload === undefined ? {} : jsonOf(payload)),
      ...this.headers,
      ...headers,
    };
    /* A connection of its own each time: one that is kept would not survive the server's restart. */
    const call = request({ method, path, headers: all, host: '127.0.0.1', port: this.port, agent: false });
    call.end(payload);
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    const received = await text(response);
    const { statusCode: status = 0, headers: got } = response;
    return { status, headers: got, body: bodyOf(received, got['content-type']) as Body };
  }
}

function jsonOf(payload: string): Headers {
  return { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) };
}

function bodyOf(received: string, type = ''): unknown {
  return type.includes('json') && received ? JSON.parse(received) : received;
}
