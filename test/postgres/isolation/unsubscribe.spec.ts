import { comparable } from '../../support/calls.ts';
import { userOf } from '../../support/demo.ts';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { stateOf } from '../../support/state.ts';
import { ABSENT, furnish } from '../../support/things.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A link in a mail is one person's, in one tenant; any other one answers as a link that nobody has. */
describe('unsubscribe links', () => {
  let kendo: Kendo;
  /** The signatures in bob's link and in hugo's. */
  let bobs: string;
  let hugos: string;

  beforeAll(async () => {
    kendo = await startKendo();
    await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['bob'], prefix: 'AC' });
    await furnish(kendo, { slug: 'globex', owner: 'gina', members: ['hugo'], prefix: 'GX' });
    bobs = await signatureFor('bob', 'acme');
    hugos = await signatureFor('hugo', 'globex');
  });
  afterAll(() => kendo?.stop());

  const idOf = (handle: string, slug: string) => userOf(kendo.demo, slug, handle).id;
  const signatureFor = (handle: string, slug: string) =>
    eventually(async () => {
      const [mail] = await kendo.mailsTo(`${handle}@${slug}.example`);
      const [, path] = /<http:\/\/[^/]+(\/[^>]+)>/.exec(mail?.header('list-unsubscribe') ?? '') ?? [];
      if (!path) return false;
      expect(path).toContain(`/unsubscribe/${idOf(handle, slug)}/`);
      return String(path.split('/').at(-1));
    });
  const answersTo = async (slug: string, user: number | string, signature: string) => {
    const path = `/unsubscribe/${user}/${signature}`;
    const anybody = kendo.withToken(null, slug);
    const body = 'List-Unsubscribe=One-Click';
    return [comparable(await anybody.get(path)), comparable(await anybody.post(path, body, FORM))];
  };

  test('none works for another person, in another tenant, or in another spelling', async () => {
    const before = await stateOf(kendo);
    const [bob, hugo] = [idOf('bob', 'acme'), idOf('hugo', 'globex')];
    const nobodys = await answersTo('acme', ABSENT.user, 'x'.repeat(43));

    for (const answer of nobodys)
      expect(answer).toMatchObject({ status: 404, body: { message: 'Not found.' } });
    const wrong: [slug: string, user: number | string, signature: string][] = [
      ['acme', idOf('carol', 'acme'), bobs],
      ['acme', ABSENT.user, bobs],
      ['acme', hugo, hugos],
      ['acme', bob, hugos],
      ['globex', bob, bobs],
      ['globex', hugo, bobs],
      ['acme', `0${bob}`, bobs],
      ['acme', `${bob}.0`, bobs],
      ['acme', `+${bob}`, bobs],
      ['acme', `${bob}%20`, bobs],
      ['acme', bob, `${bobs}=`],
      ['acme', bob, `${bobs}%00`],
      ['acme', bob, bobs.slice(0, -1)],
      ['acme', bob, bobs.toLowerCase()],
      ['acme', 'NaN', bobs],
    ];
    for (const [slug, user, signature] of wrong) {
      expect([slug, user, await answersTo(slug, user, signature)]).toEqual([slug, user, nobodys]);
    }
    expect(await stateOf(kendo)).toEqual(before);
  });

  test("a token does not help: another person's mail stays on", async () => {
    const path = `/unsubscribe/${idOf('carol', 'acme')}/${bobs}`;

    expect((await kendo.as('alice').post(path, '', FORM)).status).toBe(404);
  });

  test("the right one turns off that person's mail, and nobody else's", async () => {
    const isOn = async (handle: string, slug: string) =>
      (await kendo.as(handle, slug).get<{ email_notifications: boolean }>('/api/profile')).body
        .email_notifications;
    const everybody = kendo.demo.tenants.flatMap(({ slug, users }) =>
      users.map(({ handle }) => [handle, slug] as const),
    );

    await answersTo('acme', idOf('bob', 'acme'), bobs);
    for (const [handle, slug] of everybody) {
      expect([handle, await isOn(handle, slug)]).toEqual([handle, handle !== 'bob']);
    }
  });

  test('a link that is written otherwise works as well, and no log has it', async () => {
    const path = `/%75nsubscribe/${idOf('bob', 'acme')}/${bobs}`;

    const anybody = kendo.withToken(null);
    expect((await anybody.post(path, 'List-Unsubscribe=One-Click', FORM)).status).toBe(200);
    for (const [method, to] of [
      ['OPTIONS', path],
      ['PUT', path],
      ['GET', `${path}/more`],
    ] as const) {
      await anybody.send(method, to);
    }
    expect(kendo.output).toContain('"path":"/unsubscribe/');
    expect(kendo.output).not.toContain(bobs);
  });
});
