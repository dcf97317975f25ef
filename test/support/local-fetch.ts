import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** `fetch` for the clients of others, who are given a tenant's URL that not every machine can resolve. */
export async function localFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const { url, method, headers, body } = await partsOf(new Request(input, init));
  const { host, port, pathname, search } = new URL(url);
  const call = request({
    ...{ method, port, host: '127.0.0.1', path: pathname + search, agent: false },
    headers: { ...headers, host, 'content-length': body.length },
  });
  call.end(body);
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  const received = await buffer(response);
  const { statusCode: status = 0, headers: got } = response;
  const told = Object.entries(got).map(([name, value]) => [name, String(value)] as [string, string]);
  return new Response(received.length > 0 ? received : null, { status, headers: told });
}

async function partsOf(asked: Request) {
  const body = Buffer.from(await asked.arrayBuffer());
  return { url: asked.url, method: asked.method, headers: Object.fromEntries(asked.headers), body };
}
