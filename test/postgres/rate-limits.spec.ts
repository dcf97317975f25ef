import { tenantOf } from '../support/demo.ts';
import type { Client } from '../support/http-client.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';

const [OF_TOKEN, OF_TENANT] = [5, 8];
const QUERY = { query: '{ version { value } }' };

/** So many requests a minute for a token, and for all of a tenant's together. */
describe('rate limits', () => {
  let kendo: Kendo;

  beforeAll(async () => {
    kendo = await startKendo({
      settings: { TOKEN_RATE_LIMIT: String(OF_TOKEN), TENANT_RATE_LIMIT: String(OF_TENANT) },
    });
  });
  afterAll(() => kendo?.stop());

  const times = async (count: number, client: Client, path = '/api/profile') => {
    const statuses: number[] = [];
    for (let call = 0; call < count; call += 1) statuses.push((await client.get(path)).status);
    return statuses;
  };

  test('every answer tells how much is left', async () => {
    const { status, headers } = await kendo.as('alice').get('/api/profile');

    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '4',
      'ratelimit-policy': '"token";q=5;w=60, "tenant";q=8;w=60',
      ratelimit: expect.stringMatching(/^"token";r=4;t=\d+, "tenant";r=7;t=\d+$/),
    });
    expect(headers).not.toHaveProperty('retry-after');
  });

  test('a token that has used its share is refused, and takes nothing from its colleagues', async () => {
    const alice = kendo.as('alice');
    expect(await times(OF_TOKEN - 1, alice)).toEqual([200, 200, 200, 200]);
    expect(await times(OF_TENANT, alice)).toEqual(Array(OF_TENANT).fill(429));

    const { headers, body } = await alice.get('/api/profile');
    expect(body).toEqual({ message: 'Too Many Attempts.' });
    expect(headers).toMatchObject({ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['x-ratelimit-reset']) * 1000).toBeGreaterThan(Date.now());
    expect(await times(OF_TENANT - OF_TOKEN, kendo.as('bob'))).toEqual([200, 200, 200]);
  });

  test('a tenant that has used its share is refused in the shape of each dialect', async () => {
    const { status, headers, body } = await kendo.as('carol').post('/v2', QUERY);

    expect(status).toBe(429);
    expect(body).toMatchObject({
      errors: [{ extensions: { code: 'ComplexityException', status_code: 429 } }],
      account_id: kendo.demo.tenants[0]?.id,
    });
    expect(headers).toMatchObject({
      'x-ratelimit-limit': '8',
      ratelimit: expect.stringMatching(/^"token";r=4;t=\d+, "tenant";r=0;t=\d+$/),
    });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(await times(1, kendo.as('dave'))).toEqual([429]);
    const dismissal = await kendo.as('carol').patch('/api/v2/notifications/1/dismiss');
    expect([dismissal.status, dismissal.body]).toEqual([
      429,
      { errors: [{ status: '429', title: 'Too Many Requests', detail: 'Too Many Attempts.' }] },
    ]);
    expect(Number(dismissal.headers['retry-after'])).toBeGreaterThan(0);
    const list = await kendo
      .as('carol')
      .get<{ errors: { extensions: { reset: string } }[] }>('/notifications');
    expect([list.status, list.body]).toMatchObject([
      429,
      { errors: [{ extensions: { code: 'REQUESTS_EXCEEDED', limit: 8 } }] },
    ]);
    expect(Date.parse(list.body.errors[0]?.extensions.reset ?? '')).toBeGreaterThan(Date.now());
  });

  test('what is refused before it is read is counted, and told of the limits', async () => {
    const tour = tenantOf(kendo.demo, 'tour');
    const client = kendo.as('tess', 'tour');
    const refused: [status: number, left: string, method: string, path: string, type?: string][] = [
      [400, '4', 'POST', '/v2'],
      [415, '3', 'POST', '/v2', 'text/plain'],
      [405, '2', 'GET', '/v2'],
      [404, '1', 'PUT', '/notifications'],
      [400, '0', 'PATCH', '/api/profile'],
      [429, '0', 'POST', '/v2'],
    ];
    for (const [status, left, method, path, type = 'application/json'] of refused) {
      const { headers, ...answer } = await client.send(method, path, '{', { 'content-type': type });
      expect([method, path, answer.status]).toEqual([method, path, status]);
      expect(headers).toMatchObject({ 'x-ratelimit-remaining': left });
      if (path === '/v2') expect(answer.body).toMatchObject({ account_id: tour.id });
    }
  });

  test('another tenant has its own', async () => {
    expect(await times(OF_TOKEN + 1, kendo.as('gina', 'globex'))).toEqual([200, 200, 200, 200, 200, 429]);
  });
});
