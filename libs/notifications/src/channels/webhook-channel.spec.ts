import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { IssueCommented } from '../types/issue-commented.js';
import { type ChannelDelivery, ChannelFailure } from './notification-channel.js';
import { WebhookChannel } from './webhook-channel.js';
import type { WebhookEndpoint } from './webhook-endpoints.js';
import { signedHeaders } from './webhook-signature.js';
import { within } from './within.js';

const KEY = Buffer.from('0123456789abcdef0123456789abcdef');
const SECRET = `whsec_${KEY.toString('base64')}`;

const DELIVERY: ChannelDelivery = {
  id: 'webhook-1-17',
  scope: { tenantId: 1 },
  event: new IssueCommented({
    actor: { id: 2, name: 'Bob Smith' },
    subject: { type: 'issue', id: 42, title: 'The badge stays' },
    params: { comment_id: 9, text: 'Thanks! — I saw it too.', mentioned: [] },
    occurredAt: new Date('2026-03-13T14:00:00Z'),
  }),
  reason: 'watching',
  notificationId: 17,
  threadId: 3,
  recipient: { id: 7, name: 'Alice Johnson', email: 'alice@acme.example', locale: 'en' },
};

interface Call {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly remotePort: number | undefined;
  readonly body: string;
}

/** Somebody else's server. */
let server: Server;
let calls: Call[];
let answer: {
  status: number;
  headers?: Record<string, string>;
  after?: Promise<unknown>;
  isCut?: boolean;
};
let endpoint: WebhookEndpoint | null;

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const { method, url, headers, socket } = request;
      const { remotePort } = socket;
      calls.push({ method, url, headers, remotePort, body: await text(request) });
      await answer.after;
      response.writeHead(answer.status, answer.headers);
      if (answer.isCut) response.write('half an', () => response.destroy());
      else response.end('an answer that nobody reads');
    })();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
beforeEach(() => {
  calls = [];
  answer = { status: 204 };
  const { port } = server.address() as AddressInfo;
  endpoint = { url: `http://127.0.0.1:${port}/hooks?for=acme`, secret: SECRET };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const channelThat = (reachInside: boolean) => new WebhookChannel({ reachInside, of: async () => endpoint });
const channel = channelThat(true);
const send = (signal = new AbortController().signal) => channel.send(DELIVERY, signal);

test('posts what the inbox says, and what happened', async () => {
  await expect(send()).resolves.toBe('204 No Content');
  const [call, ...others] = calls;
  expect(others).toEqual([]);
  expect(call).toMatchObject({ method: 'POST', url: '/hooks?for=acme' });
  expect(call?.headers['content-type']).toBe('application/json');
  expect(JSON.parse(call?.body ?? '')).toEqual({
    type: 'issue.commented',
    timestamp: '2026-03-13T14:00:00.000Z',
    data: {
      tenant_id: 1,
      notification_id: 17,
      thread_id: 3,
      recipient: { id: 7, name: 'Alice Johnson' },
      reason: 'watching',
      message: 'Bob Smith commented on "The badge stays"',
      body: 'Thanks! — I saw it too.',
      actor: { id: 2, name: 'Bob Smith' },
      subject: { type: 'issue', id: 42, title: 'The badge stays' },
      parent: null,
      params: { comment_id: 9, text: 'Thanks! — I saw it too.', mentioned: [] },
    },
  });
});

test('signs the id, the time and the very bytes that it posts', async () => {
  await send();
  const { headers, body = '' } = calls[0] as Call;
  const seconds = Number(headers['webhook-timestamp']);
  expect(Math.abs(Date.now() / 1_000 - seconds)).toBeLessThan(30);
  expect(headers['webhook-id']).toBe('webhook-1-17');
  const signature = createHmac('sha256', KEY).update(`webhook-1-17.${seconds}.${body}`).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${signature}`);
});

/* From the libraries of Standard Webhooks. */
test('signs as the standard does', () => {
  const headers = signedHeaders(
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1614265330,
    '{"test": 2432232314}',
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  );
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test.each([
  [400, 'refused'],
  [401, 'refused'],
  [404, 'refused'],
  [410, 'refused'],
  [408, 'passing'],
  [425, 'passing'],
  [429, 'passing'],
  [500, 'passing'],
  [503, 'passing'],
])('after a %i it is %s', async (status, kind) => {
  answer = { status };
  await expect(send()).rejects.toMatchObject({ kind, message: expect.stringMatching(`^${status} `) });
});

test('follows no redirect', async () => {
  answer = { status: 307, headers: { location: '/elsewhere' } };
  await expect(send()).rejects.toMatchObject({ kind: 'passing', message: '307 Temporary Redirect' });
  expect(calls).toHaveLength(1);
});

test('an answer that is cut off after its status is an answer', async () => {
  answer = { status: 200, isCut: true };
  await expect(send()).resolves.toBe('200 OK');
});

test('a connection serves more than one call', async () => {
  answer = { status: 200 };
  for (let call = 0; call < 5; call += 1) await send();
  expect(new Set(calls.map(({ remotePort }) => remotePort)).size).toBeLessThan(calls.length);
});

test.each([
  '127.0.0.1',
  '[::1]',
  'localhost',
  '2130706433',
  '10.1.2.3',
  '169.254.169.254',
  '[::ffff:10.1.2.3]',
])('what leads inside is not called: %s', async (host) => {
  const { port } = server.address() as AddressInfo;
  endpoint = { url: `http://${host}:${port}/`, secret: SECRET };
  const sending = channelThat(false).send(DELIVERY, new AbortController().signal);
  await expect(sending).rejects.toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('no public address'),
  });
  expect(calls).toEqual([]);
});

test('a server that is silent is given up when the time is over', async () => {
  let speak = () => {};
  answer = { status: 204, after: new Promise<void>((resolve) => (speak = resolve)) };
  let signal: AbortSignal | undefined;
  const sending = within(100, (given) => send((signal = given)));
  await expect(sending).rejects.toEqual(new ChannelFailure('passing', 'There was no answer within 100 ms.'));
  expect(signal?.aborted).toBe(true);
  speak();
});

test('a server that is away is worth another try', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  other.close();
  await once(other, 'close');
  endpoint = { url: `http://127.0.0.1:${port}/`, secret: SECRET };
  await expect(send()).rejects.toThrow('ECONNREFUSED');
});

test('who has no endpoint is not reached, and it is nobody’s fault', async () => {
  endpoint = null;
  await expect(send()).rejects.toMatchObject({ kind: 'no_address' });
});

test.each(['secret', 'whsec_c2hvcnQ=', `whsec_${Buffer.alloc(65).toString('base64')}`])(
  'nothing is posted under the secret %s',
  async (secret) => {
    endpoint = { url: endpoint?.url ?? '', secret };
    await expect(send()).rejects.toThrow('"whsec_" and 24 to 64 bytes in base64');
    expect(calls).toEqual([]);
  },
);
