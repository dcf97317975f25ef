import type { LookupAddress } from 'node:dns';
import { isPublic, lookupPublic } from './public-address.js';

test.each(['8.8.8.8', '93.184.215.14', '172.32.0.1', '2606:4700::6810:84e5', '2a00:1450:4001:829::200e'])(
  '%s is public',
  (address) => {
    expect(isPublic(address)).toBe(true);
  },
);

test.each([
  ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.53', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', 'fc00::1', 'fe80::1', 'ff02::1'],
  ...['2001:db8::1', '2002:7f00:1::1', '2001:0:7f00:1::1'],
])('%s is not', (address) => {
  expect(isPublic(address)).toBe(false);
});

/** An address is its own lookup. */
const look = (hostname: string, all: boolean) =>
  new Promise<string | LookupAddress[]>((resolve, reject) => {
    lookupPublic(hostname, { all }, (error, found) => (error ? reject(error) : resolve(found)));
  });

test('a lookup answers one or all, and none that is not public', async () => {
  await expect(look('8.8.8.8', false)).resolves.toBe('8.8.8.8');
  await expect(look('8.8.8.8', true)).resolves.toEqual([{ address: '8.8.8.8', family: 4 }]);
  await expect(look('localhost', true)).rejects.toMatchObject({ kind: 'refused' });
  await expect(look('nowhere.invalid', true)).rejects.toMatchObject({ code: expect.any(String) });
});
