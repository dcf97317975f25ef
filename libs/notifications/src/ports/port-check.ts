import type { FactoryProvider } from '@nestjs/common';
import type { HostPort } from './host-port.js';

/** For a module in which controllers alone use the ports: Nest makes its providers first, and this is one of them. */
export function portCheck(ports: readonly HostPort[]): FactoryProvider<true> {
  return {
    provide: Symbol('PortCheck'),
    inject: ports.map(({ port }) => ({ token: port, optional: true })),
    useFactory: (...found: unknown[]) => {
      const absent = ports.find((_, index) => found[index] === undefined);
      if (absent) throw new Error(absent.missing);
      return true;
    },
  };
}
