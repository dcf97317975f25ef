import { changeIn, newItemIn, type Reading } from './item-payload.js';

const recipient = '410b5772-e63f-4ae6-9ea2-39c3a31bd6ca';

const codesOf = ({ failures }: Reading): [string, unknown][] =>
  failures.map(({ extensions }) => [extensions.code, extensions['field']]);
const made = (body: object) => newItemIn(body).values;

describe('a new notification', () => {
  it('takes its subject from the first line of its message that says something', () => {
    expect(made({ recipient, message: '\n \n  Hi **there**  \nmore' }).subject).toBe('Hi **there**');
    expect(made({ recipient, message: '🔥'.repeat(300) }).subject).toBe('🔥'.repeat(255));
    expect(made({ recipient, subject: ' ', message: 'Hi' }).subject).toBe('Hi');
    expect(made({ recipient, subject: '', message: ' ' }).subject).toBe('');
  });

  it('takes a person as a uuid or an object with one, and numbers and objects as text', () => {
    const person = { id: recipient.toUpperCase(), first_name: 'Mallory' };
    expect(made({ recipient: person, sender: null, subject: 7, item: { a: 1 }, id: 9 })).toEqual({
      recipient,
      sender: null,
      subject: '7',
      item: '{"a":1}',
    });
  });

  it.each<[string, object, [string, unknown][]]>([
    [
      'nothing',
      {},
      [
        ['FAILED_VALIDATION', 'recipient'],
        ['FAILED_VALIDATION', 'subject'],
      ],
    ],
    [
      'nulls',
      { recipient: null, subject: null },
      [
        ['FAILED_VALIDATION', 'recipient'],
        ['FAILED_VALIDATION', 'subject'],
      ],
    ],
    ['no uuid', { recipient: '1', subject: 'a' }, [['INVALID_FOREIGN_KEY', 'recipient']]],
    ['a person without one', { recipient: {}, subject: 'a' }, [['INVALID_FOREIGN_KEY', 'recipient']]],
    ['another status', { recipient, subject: 'a', status: 'read' }, [['FAILED_VALIDATION', 'status']]],
    ['too much', { recipient, subject: 'a'.repeat(256) }, [['VALUE_TOO_LONG', null]]],
    [
      'too much of all',
      { recipient, subject: 'a', collection: 'c'.repeat(65), item: 'i'.repeat(256) },
      [
        ['VALUE_TOO_LONG', null],
        ['VALUE_TOO_LONG', null],
      ],
    ],
    ['what cannot be stored', { recipient, subject: 'a\0' }, [['FAILED_VALIDATION', 'subject']]],
    [
      'a time that is none',
      { recipient, subject: 'a', timestamp: 'now' },
      [['FAILED_VALIDATION', 'timestamp']],
    ],
  ])('is not %s', (_, body, codes) => expect(codesOf(newItemIn(body))).toEqual(codes));

  it('is no list', () => expect(() => newItemIn([])).toThrow('must be of type object'));
});

describe('a change', () => {
  it('says what it says and no more', () => {
    expect(changeIn({}).values).toEqual({});
    expect(changeIn({ message: null, nope: 1, timestamp: '2026-01-01' }).values).toEqual({
      message: null,
      timestamp: new Date('2026-01-01T00:00Z'),
    });
  });

  it('tells which value is too long', () => {
    expect(codesOf(changeIn({ subject: 'a'.repeat(256) }))).toEqual([['VALUE_TOO_LONG', 'subject']]);
    expect(codesOf(changeIn({ timestamp: null }))).toEqual([['FAILED_VALIDATION', 'timestamp']]);
  });
});
