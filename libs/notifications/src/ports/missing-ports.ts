import { type DynamicModule, Module, Scope } from '@nestjs/common';
import type { HostPort } from './host-port.js';

/**
 * Stands behind the host's modules in the imports of one of ours: a port that none of them provides is found here, and
 * refuses the start with a sentence. Nest's own would name a parameter of a class that the host has never heard of.
 */
@Module({})
export class MissingPorts {
  static of(ports: readonly HostPort[]): DynamicModule {
    return {
      module: MissingPorts,
      providers: ports.map(({ port, missing }) => ({
        provide: port,
        /* Made for who injects it, and so not at all while the host's own comes first. */
        scope: Scope.TRANSIENT,
        useFactory: () => {
          throw new Error(missing);
        },
      })),
      exports: ports.map(({ port }) => port),
    };
  }
}
