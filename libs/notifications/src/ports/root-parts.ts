import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { HostPort } from './host-port.js';

/**
 * What other libraries' modules provide for everybody from the root. It comes after all imports when Nest looks for it, so
 * that nothing can stand behind it; one of our modules takes it through this one, which sees whether it is there.
 */
@Module({})
export class RootParts {
  static of(parts: readonly HostPort[]): DynamicModule {
    return {
      module: RootParts,
      providers: parts.map(({ port, missing }) => ({
        provide: seen(port),
        inject: [{ token: port, optional: true }],
        useFactory: (found: unknown) => {
          if (found === undefined) throw new Error(missing);
          return found;
        },
      })),
      exports: parts.map(({ port }) => seen(port)),
    };
  }

  /** For the module that imports it: each part under its own name. Not to be exported, or it would find itself. */
  static providers(parts: readonly HostPort[]): Provider[] {
    return parts.map(({ port }) => ({ provide: port, useExisting: seen(port) }));
  }
}

function seen({ name }: HostPort['port']): string {
  return `notifications:${name}`;
}
