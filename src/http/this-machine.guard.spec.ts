import { NotFoundError } from '@kendo/notifications';
import type { ExecutionContext } from '@nestjs/common';
import { ThisMachineGuard } from './this-machine.guard.js';

const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}) => {
  const request = { socket: { remoteAddress }, headers };
  return { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
};
const guard = new ThisMachineGuard();

it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('lets in %s', (address) => {
  expect(guard.canActivate(from(address))).toBe(true);
});

it.each(['10.0.0.2', '192.168.1.7', '::', 'fe80::1', '::ffff:10.0.0.2', '2001:db8::1', '0.0.0.0', undefined])(
  'has nothing for %s',
  (address) => {
    expect(() => guard.canActivate(from(address))).toThrow(NotFoundError);
  },
);

it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'])(
  'has nothing for whom a proxy speaks by %s',
  (header) => {
    expect(() => guard.canActivate(from('127.0.0.1', { [header]: '127.0.0.1' }))).toThrow(NotFoundError);
  },
);
