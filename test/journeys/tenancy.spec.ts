import { startKendo, type Kendo } from '../support/kendo.ts';
import { Scene } from '../support/scene.ts';

const NOT_FOUND = { message: 'Not found.' };
const UNAUTHENTICATED = { message: 'Unauthenticated.' };

/** Who is let in, and where. */
describe('tenants and tokens', () => {
  let kendo: Kendo;

  beforeAll(async () => {
    kendo = await startKendo();
  });
  afterAll(() => kendo?.stop());

  const tokenOf = (handle: string, slug: string): string => {
    const tenant = kendo.demo.tenants.find((one) => one.slug === slug);
    return tenant?.users.find((one) => one.handle === handle)?.token ?? '';
  };

  test.each(['nobody', 'acme.globex', 'acme-', '%61cme', 'x'.repeat(300)])(
    'no tenant at %s.localhost: 404',
    async (slug) => {
      for (const token of [null, tokenOf('alice', 'acme')]) {
        const { status, body } = await kendo.withToken(token, slug).get('/api/notifications');
        expect([status, body]).toEqual([404, NOT_FOUND]);
      }
    },
  );

  test('the slug is compared in lower case', async () => {
    expect((await kendo.withToken(tokenOf('alice', 'acme'), 'ACME').get('/api/profile')).status).toBe(200);
  });

  test('a forwarded host counts for nothing without a trusted proxy', async () => {
    const headers = { 'x-forwarded-host': 'globex.localhost', 'x-forwarded-for': '1.2.3.4' };
    const { body } = await kendo.as('alice').get<{ email: string }>('/api/profile', undefined, headers);

    expect(body.email).toBe('alice@acme.example');
  });

  test('health answers on any host', async () => {
    for (const slug of ['nobody', 'acme']) {
      expect((await kendo.withToken(null, slug).get('/health/live')).status).toBe(200);
    }
  });

  test('a token is one in canonical form, on its own tenant', async () => {
    const right = tokenOf('alice', 'acme');
    const [id, secret] = right.split('|');
    const wrong = [
      `0${id}|${secret}`,
      `${id}|${secret}x`,
      `+${id}|${secret}`,
      `${id}|`,
      `|${secret}`,
      `${secret}`,
      '',
      '1|1',
      `999999999999999999999|${secret}`,
    ];

    for (const token of [...wrong, tokenOf('gina', 'globex')]) {
      const { status, body } = await kendo.withToken(token).get('/api/notifications');
      expect([token, status, body]).toEqual([token, 401, UNAUTHENTICATED]);
    }
    expect((await kendo.withToken(right).get('/api/notifications')).status).toBe(200);
    expect((await kendo.withToken(null).get('/api/notifications')).status).toBe(401);
  });

  test('a service token speaks for no person', async () => {
    const service = kendo.asService();
    for (const path of ['/api/notifications', '/api/notifications/counts', '/api/profile', '/api/projects']) {
      expect([path, (await service.get(path)).status]).toEqual([path, 403]);
    }
  });

  test("another tenant's things are absent", async () => {
    const scene = new Scene(kendo);
    const issue = await scene.issue('alice');
    const paths = [
      `/api/projects/${scene.project.id}`,
      `/api/projects/${scene.project.id}/issues/${issue.key}`,
      `/api/users/${scene.idOf('bob')}`,
    ];

    for (const path of paths) {
      expect((await kendo.as('alice').get(path)).status).toBe(200);
      const { status, body } = await kendo.as('gina', 'globex').get(path);
      expect([path, status, body]).toEqual([path, 404, NOT_FOUND]);
    }
  });

  test('the same key is another issue in another tenant', async () => {
    const project = kendo.demo.tenants[1]?.projects[0];
    const gina = kendo.as('gina', 'globex');
    const { body } = await gina.post<{ key: string; id: number }>(`/api/projects/${project?.id}/issues`, {
      title: 'Ours',
    });
    const ours = await new Scene(kendo).issue('alice');

    expect(body.key).toMatch(/^KD-000\d$/);
    expect(body.id).not.toBe(ours.id);
  });
});
