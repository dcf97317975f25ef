import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import type { Subject } from '../domain/subject.js';
import { DirectMessage } from '../types/direct-message.js';
import { IssueCommented } from '../types/issue-commented.js';
import { CaptureMailTransport } from './capture-mail-transport.js';
import type { Letter } from './letter.js';
import { MailRenderer } from './mail-renderer.js';

const renderer = new MailRenderer({ from: { name: 'Kendo', address: 'no-reply@kendo.example' } });

const ISSUE: Subject = {
  type: 'issue',
  id: 42,
  title: 'The badge stays',
  key: 'KD-0042',
  url: '/issues/KD-0042',
};

const PROJECT: Subject = { type: 'project', id: 7, title: 'Mobile App' };

const commented = (text: string, subject: Partial<Subject> = {}) =>
  new IssueCommented({
    actor: { id: 2, name: 'Bob Smith' },
    subject: { ...ISSUE, ...subject },
    parent: PROJECT,
    occurredAt: new Date('2026-03-13T14:00:00Z'),
    params: { comment_id: 9, text, mentioned: [1] },
  });

const message = (text: string, [subject, parent]: (Subject | null)[] = [ISSUE, PROJECT]) =>
  new DirectMessage({
    actor: { id: 2, name: 'Bob Smith' },
    subject: subject ?? null,
    parent,
    params: { recipients: [1], message: text },
  });

const letter = (changes: Partial<Letter> = {}): Letter => ({
  event: commented('Thanks!\nI saw it too.'),
  reason: 'mentioned',
  to: { name: 'Alice Johnson', address: 'alice@acme.example', locale: 'en', timezone: 'Europe/Amsterdam' },
  site: { name: 'Acme', url: 'https://acme.kendo.example', colour: '#facc15' },
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
KD-0042 · Mobile App
Bob Smith · 13 March 2026 at 15:00 CET

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
  const site = { ...letter().site, name: '<i>Acme</i>', colour: '"><script>' };
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
    to: { ...letter().to, name: injected },
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

test.each(['javascript:alert(1)', 'data:text/html,x', 'http://', undefined])(
  'does not link to %p, but to the site of the tenant',
  (url) => {
    const { html, text } = renderer.render(letter({ event: commented('', { url }) }));
    expect(html).not.toMatch(/Open it|javascript:|data:/);
    expect(html).toMatch(/<a href="https:\/\/acme\.kendo\.example" [^>]*>Open Acme<\/a>/);
    expect(text).toContain('Open Acme: https://acme.kendo.example\n');
  },
);

test('begins with what a mail program shows beside the subject', () => {
  const preview = (changes: Partial<Letter>) =>
    /<div style="display:none[^>]*>([^<&]*)/.exec(renderer.render(letter(changes)).html)?.[1];
  expect(preview({})).toBe('Thanks! I saw it too.');
  expect(preview({ event: commented('') })).toBe('KD-0042 · Mobile App');
  expect(preview({ event: message('Hello', []), reason: 'direct' })).toBe(
    'You get this mail because it was addressed to you.',
  );
  expect(preview({ event: commented('😀'.repeat(500)) })).toBe(`${'😀'.repeat(140)}…`);
});

test('says what it is about, unless the heading has said so', () => {
  const about = (text: string) =>
    renderer.render(letter({ event: message(text), reason: 'direct' })).text.split('\n')[1];
  expect(about('Look at this')).toBe('KD-0042 · The badge stays · Mobile App');
  expect(about('Look at "The badge stays"')).toBe('KD-0042 · Mobile App');
});

test('says who wrote it, in both parts', () => {
  const { text, html } = renderer.render(letter({ event: message('Hello', []), reason: 'direct' }));
  expect(text).toMatch(/^Hello\nBob Smith\n\n/);
  expect(html).toContain('>Bob Smith</b>');
});

test('cuts what is too long in characters, whatever they are', () => {
  const { subject, text } = renderer.render(
    letter({ event: message('😀'.repeat(320), []), reason: 'direct' }),
  );
  expect(subject).toBe('😀'.repeat(320));
  expect(text.split('😀')).toHaveLength(321);
});

test('has a letter that is all message below a short heading, in full', () => {
  const long = `Dear Alice,\n\n${'A long story. '.repeat(100)}`;
  const { subject, text, html } = renderer.render(letter({ event: message(long), reason: 'direct' }));
  expect(subject).toMatch(/^Dear Alice, A long story\. .{60,90}…$/);
  expect(text).toContain(long.trimEnd());
  expect(html).toContain('Dear Alice,<br>\n<br>\nA long story.');
});

test("wears the tenant's colour, in light and in dark", () => {
  const { html } = renderer.render(letter());
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain('@media (prefers-color-scheme:dark)');
  expect(html).toMatch(/<a href="[^"]*" [^>]*background:#facc15;color:#000000;/);
});

test('a reason that the event has no voice for is an error, not an empty mail', () => {
  expect(() => renderer.render(letter({ reason: 'added' }))).toThrow(/no voice/);
});
