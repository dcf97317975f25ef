import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { userOf } from '../support/demo.ts';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { describedRoutes } from '../support/api-description.ts';
import { mailTo } from '../support/mail/mailing.ts';

const LINK = /<a href="(\/mails\/[^"]+)"><b[^>]*>([^<]*)<\/b>/g;

/** Where a browser shows the mail that would have left; nobody needs a token for it. */
describe('captured mail', () => {
  let kendo: Kendo;

  beforeAll(async () => {
    kendo = await startKendo();
    await mailTo(kendo, userOf(kendo.demo, 'acme', 'alice').id, 'First');
    await listed('acme', 1);
    await mailTo(kendo, userOf(kendo.demo, 'acme', 'bob').id, '<script>alert("Second")</script>');
    await mailTo(kendo, userOf(kendo.demo, 'globex', 'gina').id, 'For Gina', 'globex');
  });
  afterAll(() => kendo?.stop());

  const page = (path: string, slug = 'acme', headers = {}) =>
    kendo.withToken(null, slug).get<string>(path, undefined, headers);

  /** The paths and the subjects on the list, once there are so many. */
  const listed = (slug: string, count: number) =>
    eventually(async () => {
      const { status, body } = await page('/mails', slug);
      const links = [...body.matchAll(LINK)].map(([, path = '', subject = '']) => ({ path, subject }));
      expect([status, links.length]).toEqual([200, count]);
      return links;
    });

  const newest = async (slug: string, count: number) => {
    const [first] = await listed(slug, count);
    return first ?? { path: '' };
  };

  test("lists the tenant's own, the newest first", async () => {
    const subjects = (links: { subject: string }[]) => links.map(({ subject }) => subject);

    expect(subjects(await listed('acme', 2))).toEqual([
      '&lt;script&gt;alert(&quot;Second&quot;)&lt;/script&gt;',
      'First',
    ]);
    expect(subjects(await listed('globex', 1))).toEqual(['For Gina']);
    expect((await page('/mails', 'acme')).body).not.toContain('Gina');
  });

  test('shows one in a frame without scripts, its text and its headers', async () => {
    const { path } = await newest('acme', 2);
    const { body, headers } = await page(path);

    expect(body).toContain(`<iframe src="${path}/html" title="HTML" sandbox="allow-popups `);
    expect(body).not.toMatch(/<script|allow-scripts|allow-same-origin/);
    expect(body).toContain('<dt>X-Kendo-Reason</dt><dd>named</dd>');
    expect(body).toContain('To Bob Smith &lt;bob@acme.example&gt;');
    expect(body).toMatch(/<pre[^>]*>&lt;script&gt;alert/);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('has the HTML part as it was captured, locked up', async () => {
    const { path } = await newest('acme', 2);
    const { body, headers } = await page(`${path}/html`);
    const [mail] = await kendo.mailsTo('bob@acme.example');

    expect(body).toBe(mail?.html);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/,
    );
  });

  test("another tenant's mail, and what is no mail, is absent", async () => {
    const { path } = await newest('globex', 1);
    const absent = [path, `${path}/html`, '/mails/none', '/mails/..%2f..%2fdemo.json', '/mails/..%2fdemo'];

    expect((await page(path, 'globex')).status).toBe(200);
    for (const one of absent) {
      const { status, body } = await page(one);
      expect([one, status, body]).toEqual([one, 404, { message: 'Not found.' }]);
    }
    expect((await page('/mails', 'nobody')).status).toBe(404);
  });

  test('a file that does not say whose it is belongs to nobody', async () => {
    const folder = join(kendo.settings['DATA_DIR'] ?? '', 'mail');
    const [file = ''] = await readdir(folder);
    const names = [1, 2].map((digit) => file.replace(/^\d{4}/, '2099').replace(/.\.eml$/, `${digit}.eml`));
    await writeFile(join(folder, names[0] ?? ''), 'Subject: Nobody knows\r\n\r\nHello');
    await writeFile(
      join(folder, names[1] ?? ''),
      'Subject: From elsewhere\r\nList-Unsubscribe: <https://acme.example/>\r\n\r\nHello',
    );

    await listed('acme', 2);
    for (const name of names) {
      expect((await page(`/mails/${name.replace(/\.eml$/, '')}`)).status).toBe(404);
    }
  });

  test('is not for whom a proxy speaks, and no part of the API', async () => {
    expect((await page('/mails', 'acme', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404);
    expect([...(await describedRoutes(kendo)).keys()].join()).not.toContain('/mails');
  });
});
