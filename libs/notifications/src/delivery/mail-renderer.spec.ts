import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import type { Subject } from '../domain/subject.js';
import { DirectMessage } from '../types/direct-message.js';
import { IssueCommented } from '../types/issue-commented.js';
import { CaptureMailTransport } from './capture-mail-transport.js';
import { type Letter, MailRenderer } from './mail-renderer.js';

const renderer = new MailRenderer({ from: { name: 'Kendo', address: 'no-reply@kendo.example' } });

const ISSUE: Subject = {
  type: 'issue',
  id: 42,
  title: 'The badge stays',
  key: 'KD-0042',
  url: '/issues/KD-0042',
};

const commented = (text: string, subject: Partial<Subject> = {}) =>
  new IssueCommented({
    actor: { id: 2, name: 'Bob Smith' },
    subject: { ...ISSUE, ...subject },
    params: { comment_id: 9, text, mentioned: [1] },
  });

const letter = (changes: Partial<Letter> = {}): Letter => ({
  event: commented('Thanks!\nI saw it too.'),
  reason: 'mentioned',
  to: { name: 'Alice Johnson', address: 'alice@acme.example', locale: 'en' },
  site: { name: 'Acme', url: 'https://acme.kendo.example' },
  unsubscribeUrl: 'https://acme.kendo.example/unsubscribe/1/abc',
  id: 'mail.1.17',
  threadId: 'thread.1.3',
  ...changes,
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kendo-mail-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The mail as its reader gets it: through the capture folder, and parsed. */
async function read(changes: Partial<Letter> = {}): Promise<Email> {
  await new CaptureMailTransport(folder).send(renderer.render(letter(changes)));
  const [file, ...others] = await readdir(folder);
  expect(others).toEqual([]);
  const raw = await readFile(join(folder, file ?? ''));
  expect(raw.toString('latin1')).not.toMatch(/[^\r]\n/);
  return PostalMime.parse(raw);
}

test('tells what happened, in full, in both parts', async () => {
  const { subject, text = '', html = '', from, to } = await read();
  expect(subject).toBe('Bob Smith mentioned you in "The badge stays"');
  expect([from, to]).toMatchObject([
    { name: 'Kendo', address: 'no-reply@kendo.example' },
    [{ name: 'Alice Johnson', address: 'alice@acme.example' }],
  ]);
  expect(text.trimEnd()).toBe(
    `Bob Smith mentioned you in "The badge stays"

Thanks!
I saw it too.

Open it: https://acme.kendo.example/issues/KD-0042

-- 
Acme · You get this mail because you were mentioned.
Stop all mail notifications: https://acme.kendo.example/unsubscribe/1/abc`,
  );
  expect(html).toContain('Thanks!<br>\nI saw it too.<br>');
  expect(html).toContain('href="https://acme.kendo.example/issues/KD-0042"');
  expect(html).toContain('href="https://acme.kendo.example/unsubscribe/1/abc"');
});

test('has the headers that mail programs act on', async () => {
  const { headers } = await read();
  expect(Object.fromEntries(headers.map(({ key, value }) => [key, value]))).toMatchObject({
    'message-id': '<mail.1.17@kendo.example>',
    'in-reply-to': '<thread.1.3@kendo.example>',
    references: '<thread.1.3@kendo.example>',
    'list-unsubscribe': '<https://acme.kendo.example/unsubscribe/1/abc>',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'auto-submitted': 'auto-generated',
    'x-kendo-reason': 'mentioned',
  });
});

test('speaks the language of its reader, and English to whom it does not speak', async () => {
  const dutch = renderer.render(letter({ to: { ...letter().to, locale: 'nl-BE' } }));
  expect(dutch.subject).toBe('Bob Smith noemde je in "The badge stays"');
  expect(dutch.text).toContain('Je krijgt deze mail omdat je bent genoemd.');
  expect(dutch.html).toContain('<html lang="nl">');
  expect(renderer.render(letter({ to: { ...letter().to, locale: 'ja' } })).html).toContain(
    '<html lang="en">',
  );
});

test('escapes all that is filled in, in the HTML part alone', async () => {
  const evil = '<script>alert("&")</script>{{url}}';
  const site = { name: '<i>Acme</i>', url: 'https://acme.kendo.example' };
  const { html, text, subject } = renderer.render(letter({ event: commented(evil, { title: evil }), site }));
  expect(html).not.toMatch(/<script|<i>/);
  expect(html).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;{{url}}');
  expect(text).toContain(`${evil}\n`);
  expect(subject).toBe(`Bob Smith mentioned you in "${evil}"`);
});

test('lets no header in by a title, a name or an app', async () => {
  const injected = 'x\r\nBcc: mallory@evil.example\r\n\r\nHello\u2028there\0';
  const event = new DirectMessage({
    actor: { id: null, name: 'Bot', app: { name: injected, icon: null } },
    subject: null,
    params: { recipients: [1], message: injected },
  });
  const { headers, subject, from, bcc, to } = await read({
    event,
    reason: 'direct',
    to: { name: injected, address: 'alice@acme.example', locale: 'en' },
  });
  const flat = 'x Bcc: mallory@evil.example Hello there';
  expect(headers.map(({ key }) => key)).not.toContain('bcc');
  expect({ subject, from: from?.name, to: to?.[0]?.name, bcc }).toEqual({
    subject: flat,
    from: flat,
    to: flat,
  });
});

test('comes from the app that sent it, at our address', () => {
  const event = new DirectMessage({
    actor: { id: null, name: 'Deploy Bot', app: { name: 'Deploy Bot', icon: null } },
    subject: null,
    params: { recipients: [1], message: 'Deployed' },
  });
  const { from } = renderer.render(letter({ event, reason: 'direct' }));
  expect(from).toEqual({ name: 'Deploy Bot', address: 'no-reply@kendo.example' });
});

test.each([
  ['https://elsewhere.example/a?b=1&c="2"', 'https://elsewhere.example/a?b&#x3D;1&amp;c&#x3D;%222%22'],
  ['/issues/1', 'https://acme.kendo.example/issues/1'],
])('links to %s', (url, href) => {
  const { html } = renderer.render(letter({ event: commented('', { url }) }));
  expect(html).toContain(`href="${href}"`);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'http://', undefined])('does not link to %p', (url) => {
  const { html, text } = renderer.render(letter({ event: commented('', { url }) }));
  expect(html).not.toContain('Open it');
  expect(text).not.toContain('Open it');
});

test('a reason that the event has no voice for is an error, not an empty mail', () => {
  expect(() => renderer.render(letter({ reason: 'added' }))).toThrow(/no voice/);
});
