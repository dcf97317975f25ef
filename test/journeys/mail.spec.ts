import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import type { Mail } from '../support/mail/mail.ts';
import { Scene, type Issue } from '../support/scene.ts';

/** What a mail is made of, and how one is rid of it. */
describe('mail', () => {
  let kendo: Kendo;
  let scene: Scene;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
  });
  afterAll(() => kendo?.stop());

  /** The mails of one person about one issue, once there are so many. */
  async function mailsAbout(issue: Issue, handle: string, count = 1): Promise<Mail[]> {
    return eventually(async () => {
      const mails = await kendo.mailsTo(`${handle}@acme.example`);
      const about = mails.filter(({ subject }) => subject.includes(issue.title));
      expect(about).toHaveLength(count);
      return about;
    });
  }

  test('has the headers of a good automatic mail', async () => {
    const issue = await scene.issue('alice');
    await scene.comment('bob', issue, 'First, @carol.');
    await scene.comment('bob', issue, 'Second.');
    const [first, second] = (await mailsAbout(issue, 'alice', 2)) as [Mail, Mail];
    const [carols] = (await mailsAbout(issue, 'carol')) as [Mail];

    expect(first.header('message-id')).toMatch(/^<[^<>@\s]+@[^<>@\s]+>$/);
    expect(first.header('message-id')).not.toBe(second.header('message-id'));
    expect(first.header('references')).toBe(second.header('references'));
    expect(first.header('in-reply-to')).toBe(first.header('references'));
    expect(first.header('references')).not.toBe(carols.header('references'));
    expect(first.header('auto-submitted')).toBe('auto-generated');
    expect(first.header('x-kendo-reason')).toBe('watching');
    expect(carols.header('x-kendo-reason')).toBe('mentioned');
    expect(first.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(first.header('list-unsubscribe')).toMatch(/^<http:\/\/acme\.localhost:\d+\/unsubscribe\/[^>]+>$/);
  });

  test('escapes in HTML what it leaves raw in text, and lets nobody write a header', async () => {
    const title = '<script>x</script>\r\nBcc: eve@evil.example & "more"';
    const issue = await scene.issue('alice', { title: title.replace('\r\n', ' ') });
    await scene.comment('bob', issue, '<img src=x onerror=alert(1)>');
    const [mail] = (await mailsAbout(issue, 'alice')) as [Mail];

    expect(mail.to).toEqual(['alice@acme.example']);
    expect(mail.header('bcc')).toBeUndefined();
    expect(mail.html).not.toMatch(/<script>|<img/);
    expect(mail.html).toContain('&lt;img');
    expect(mail.text).toContain('<img src=x onerror=alert(1)>');
  });

  test("speaks the recipient's language; the inbox row stays English", async () => {
    await kendo.as('carol').patch('/api/profile', { locale: 'nl' });
    const issue = await scene.issue('alice', { assignee_id: scene.idOf('carol') });
    const [mail] = (await mailsAbout(issue, 'carol')) as [Mail];
    const [row] = await scene.rowsWhen('carol', issue, 1);
    await kendo.as('carol').patch('/api/profile', { locale: 'en' });

    expect(mail.subject).toBe(`Alice Johnson wees "${issue.title}" aan je toe`);
    expect(row?.message).toBe(`Alice Johnson assigned "${issue.title}" to you`);
  });

  test('its link turns all mail off, without a session, by POST only', async () => {
    const issue = await scene.issue('alice', { assignee_id: scene.idOf('bob') });
    const [mail] = (await mailsAbout(issue, 'bob')) as [Mail];
    const path = new URL(mail.header('list-unsubscribe')?.slice(1, -1) ?? '').pathname;
    const [anybody, elsewhere] = [kendo.withToken(null), kendo.withToken(null, 'globex')];
    const isOn = async () =>
      (await kendo.as('bob').get<{ email_notifications: boolean }>('/api/profile')).body.email_notifications;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };

    expect((await anybody.get(path)).status).toBe(200);
    expect((await elsewhere.post(path, 'List-Unsubscribe=One-Click', form)).status).toBe(404);
    expect((await anybody.post(`${path}x`, 'List-Unsubscribe=One-Click', form)).status).toBe(404);
    expect(await isOn()).toBe(true);
    expect((await anybody.post(path, 'List-Unsubscribe=One-Click', form)).status).toBe(200);
    expect(await isOn()).toBe(false);
  });
});
