import { startKendo, type Kendo } from '../support/kendo.ts';

let kendo: Kendo;
beforeAll(async () => {
  kendo = await startKendo();
});
afterAll(() => kendo?.stop());

test('a started server is ready, on any host', async () => {
  const { status } = await kendo.withToken(null, 'nobody').get('/health/ready');

  expect(status).toBe(200);
});

test('its metrics are for its own machine while it is embedded, and at no public port after', async () => {
  const isEmbedded = kendo.settings['DATABASE_URL'] === undefined;
  const anywhere = kendo.withToken(null, 'nobody');
  const forwarded = { 'x-forwarded-for': '192.0.2.1' };

  expect((await anywhere.get('/metrics')).status).toBe(isEmbedded ? 200 : 404);
  expect((await anywhere.get('/metrics', undefined, forwarded)).status).toBe(404);
});

test('the demo has three tenants, with people and tokens', () => {
  expect(kendo.demo.tenants.map(({ slug }) => slug)).toEqual(['acme', 'globex', 'tour']);
  for (const { users } of kendo.demo.tenants) {
    for (const { token } of users) expect(token).toMatch(/^\d+\|.+/);
  }
});
