import { entityTag, isKnown, linkNext } from './conditional-reply.js';

const request = (known?: string) => ({ url: '/', headers: { 'if-none-match': known } });

describe('conditional requests', () => {
  const tag = entityTag(1, '7.0', '/api/notifications?unread=1');

  test.each([tag, `W/${tag}`, `"other", ${tag}`, '*'])('%s is known', (known) => {
    expect(isKnown(request(known), tag)).toBe(true);
  });

  test.each([undefined, '', '"other"', tag.slice(1, -1)])('%s is not known', (known) => {
    expect(isKnown(request(known), tag)).toBe(false);
  });

  test('a tag is of one person, one state and one query', () => {
    const others = [
      entityTag(2, '7.0', '/api/notifications?unread=1'),
      entityTag(1, '8.0', '/api/notifications?unread=1'),
      entityTag(1, '7.1', '/api/notifications?unread=1'),
      entityTag(1, '7.0', '/api/notifications'),
    ];

    expect(new Set([tag, ...others]).size).toBe(5);
  });

  test('the next page has the query of this one', () => {
    const headers: Record<string, string> = {};
    const reply = { header: (name: string, value: string) => void (headers[name] = value) };
    linkNext(reply, '/api/notifications?unread=1&before=9', { before: 4 });

    expect(headers).toEqual({ link: '</api/notifications?unread=1&before=4>; rel="next"' });
  });
});
