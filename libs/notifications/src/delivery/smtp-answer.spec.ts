import { failureKind, type SmtpStage } from './smtp-answer.js';

const answer = (command: string, text: string, code = 'EENVELOPE') => ({
  code,
  command,
  response: text,
  responseCode: Number(text.slice(0, 3)),
});

test.each<[SmtpStage, string, string]>([
  ['opening', 'CONN', '554 no service here'],
  ['opening', 'EHLO', '421 busy'],
  ['opening', 'AUTH PLAIN', '535 wrong password'],
  ['message', 'MAIL FROM', '421 too many mails'],
  ['message', 'MAIL FROM', '452 4.3.1 no space left'],
  ['message', 'MAIL FROM', '530 5.7.0 log in first'],
  ['message', 'MAIL FROM', '550 5.7.1 sender refused'],
])('%s, %s, %s: nothing can leave', (stage, command, text) => {
  expect(failureKind(stage, answer(command, text))).toBe('way');
});

test.each([
  '552 too much',
  '550 5.3.4 too big for us',
  '554 5.2.3 too long',
  '501 Message size exceeds 10 MB',
])('MAIL FROM: %s speaks of this message', (text) =>
  expect(failureKind('message', answer('MAIL FROM', text))).toBe('refused'),
);

test('a message above the announced limit is refused without asking', () => {
  expect(failureKind('sender', { code: 'EMESSAGE', command: 'MAIL FROM' })).toBe('refused');
});

test('an address that cannot even be sent to is refused', () => {
  expect(failureKind('sender', { code: 'EENVELOPE', command: 'API' })).toBe('refused');
});

describe.each(['RCPT TO', 'DATA'])('the answer to %s', (command) => {
  test.each(['421 closing', '450 busy', '451 greylisted', '452 too many recipients'])('%s passes', (text) => {
    expect(failureKind('message', answer(command, text))).toBe('passing');
  });

  test.each(['503 bad sequence', '550 unknown', '552 mailbox full', '554 spam'])('%s is for good', (text) => {
    expect(failureKind('message', answer(command, text))).toBe('refused');
  });
});

test.each(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EPROTOCOL'])('%s counts by how far it came', (code) => {
  const broken = { code, command: 'CONN' };
  expect(failureKind('opening', broken)).toBe('way');
  expect(failureKind('sender', broken)).toBe('way');
  expect(failureKind('message', broken)).toBe('passing');
});

test('a closing word that answers nothing of ours is not for good', () => {
  expect(failureKind('message', answer('CONN', '554 too many errors', 'ECONNECTION'))).toBe('passing');
});
