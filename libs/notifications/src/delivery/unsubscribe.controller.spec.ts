import { type ArgumentsHost, Catch } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { NotFoundError } from '../domain/errors.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { UnitOfWork, type Work } from '../persistence/unit-of-work.js';
import { MailSwitch } from './mail-switch.js';
import { type TenantSite, TenantSites } from './tenant-sites.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';
import { UnsubscribePage } from './unsubscribe-page.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** In place of the host's. */
@Catch(NotFoundError)
class NotFoundFilter {
  catch(_error: NotFoundError, host: ArgumentsHost): void {
    void host.switchToHttp().getResponse<{ code(code: number): { send(): unknown } }>().code(404).send();
  }
}

const SITE: TenantSite = { name: 'Acme <& Sons>', url: 'https://acme.example', colour: '#facc15' };

const turnedOff: [number, number][] = [];
let app: NestFastifyApplication;

beforeAll(async () => {
  const providers = [
    UnsubscribePage,
    {
      provide: UnitOfWork,
      useValue: { run: (scope: TenantScope, body: (work: Work) => unknown) => body({ scope } as Work) },
    },
    {
      provide: UnsubscribeLinks,
      useValue: {
        proves: async (work: Work, id: number, proof: string) => proof === `${work.scope.tenantId}-${id}`,
      },
    },
    {
      provide: MailSwitch,
      useValue: { turnOff: async (work: Work, id: number) => turnedOff.push([work.scope.tenantId, id]) },
    },
    { provide: TenantSites, useValue: { of: async () => SITE } },
  ];
  const testing = await Test.createTestingModule({
    controllers: [UnsubscribeController],
    providers,
  }).compile();
  app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useGlobalFilters(new NotFoundFilter());
  const tenancy = async (request: { headers: { host?: string }; scope?: TenantScope }) => {
    if (request.headers.host === 'acme') request.scope = { tenantId: 1 };
  };
  app.getHttpAdapter().getInstance().addHook('onRequest', tenancy);
  await app.init();
});
beforeEach(() => {
  turnedOff.length = 0;
});
afterAll(() => app.close());

const ask = (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}) =>
  app.inject({
    method,
    url,
    headers: { host: 'acme', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    ...(method === 'POST' && { payload: 'List-Unsubscribe=One-Click' }),
  });

test('a POST, as mail programs send it, turns the mail off and says so', async () => {
  const answer = await ask('POST', '/unsubscribe/7/1-7');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.body).toContain('Mail notifications are off');
  expect(turnedOff).toEqual([[1, 7]]);
});

test('a GET shows a button that POSTs, in the language of the browser, and changes nothing', async () => {
  const answer = await ask('GET', '/unsubscribe/7/1-7', { 'accept-language': 'nl-NL,nl;q=0.9,en;q=0.8' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-security-policy']).toContain(
    "form-action 'self'; base-uri 'none'; frame-ancestors",
  );
  expect(answer.body).toMatch(/<form method="post">[^]*<button[^>]*>Alle e-mailmeldingen stoppen<\/button>/);
  expect(turnedOff).toEqual([]);
});

test("the page wears the tenant's name and colour", async () => {
  const { body } = await ask('GET', '/unsubscribe/7/1-7');
  expect(body).toContain('Acme &lt;&amp; Sons&gt;</header>');
  expect(body).toMatch(/button\{[^}]*background:#facc15;color:#000000/);
});

test.each(['/unsubscribe/8/1-7', '/unsubscribe/07/1-7', '/unsubscribe/x/1-x', '/unsubscribe/1e99/1-1e99'])(
  'without the right signature there is nothing at %s',
  async (url) => {
    expect((await ask('GET', url)).statusCode).toBe(404);
    expect((await ask('POST', url)).statusCode).toBe(404);
    expect(turnedOff).toEqual([]);
  },
);

test('nor on a host that is no tenant', async () => {
  expect((await ask('POST', '/unsubscribe/7/1-7', { host: 'nobody' })).statusCode).toBe(404);
});
