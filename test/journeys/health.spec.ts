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

test('the demo has three tenants, with people and tokens', () => {
  expect(kendo.demo.tenants.map(({ slug }) => slug)).toEqual(['acme', 'globex', 'tour']);
  for (const { users } of kendo.demo.tenants) {
    for (const { token } of users) expect(token).toMatch(/^\d+\|.+/);
  }
});
