import type { DueMail, Recipient } from './due-mail.js';
import { addresseeOf } from './still-wanted.js';

const ALICE: Recipient = {
  id: 7,
  name: 'Alice Johnson',
  email: 'alice@acme.example',
  locale: 'en',
  timezone: 'UTC',
  getsMail: true,
  flags: {
    notify_mentions: true,
    notify_assignment: true,
    notify_project_membership: true,
    notify_team_membership: true,
    notify_watched_activity_email: true,
    notify_report_activity_email: true,
  },
};

const MAIL: DueMail = {
  notificationId: 1,
  threadId: 2,
  eventId: 3,
  reason: 'mentioned',
  attempts: 0,
  event: null,
  inboxRow: { isRead: false },
  recipient: ALICE,
};

const to = (changes: Partial<Recipient>): Partial<DueMail> => ({ recipient: { ...ALICE, ...changes } });

test('goes to the recipient as they are now', () => {
  expect(addresseeOf(MAIL, 'notify_mentions')).toEqual(ALICE);
});

test.each<[string, Partial<DueMail>]>([
  ['deleted', { inboxRow: null }],
  ['read', { inboxRow: { isRead: true } }],
  ['person_gone', { recipient: null }],
  ['mail_off', to({ getsMail: false })],
  ['flag_off', to({ flags: { ...ALICE.flags, notify_mentions: false } })],
  ['no_address', to({ email: null })],
  ['no_address', to({ email: '' })],
  ['no_address', to({ email: 'alice' })],
  ['no_address', to({ email: 'alice@acme.example, mallory@evil.example' })],
  ['no_address', to({ email: 'alice@acme.example>\r\nRCPT TO:<mallory@evil.example' })],
])('is not wanted any more: %s', (why, change) => {
  expect(addresseeOf({ ...MAIL, ...change }, 'notify_mentions')).toBe(why);
});

test('other flags do not matter, nor any when the switch alone gates the mail', () => {
  const mail = { ...MAIL, ...to({ flags: { ...ALICE.flags, notify_assignment: false } }) };
  expect(addresseeOf(mail, 'notify_mentions')).toMatchObject({ id: 7 });
  expect(addresseeOf(mail)).toMatchObject({ id: 7 });
});
