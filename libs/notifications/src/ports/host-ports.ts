import { type DynamicModule, Module, type ModuleMetadata, type Provider } from '@nestjs/common';

/** What the host has to provide, by its class, and how a start without it is refused. */
export interface HostPort {
  readonly port: abstract new (...args: never[]) => unknown;
  readonly missing: string;
}

/** The sentence for a port that a module of the host's provides. */
export function hostPort(owner: string, port: HostPort['port']): HostPort {
  return {
    port,
    missing:
      `${owner} needs the port ${port.name}: provide and export it in a module that you name in ` +
      'NotificationsModule.forRoot({ imports }).',
  };
}

/**
 * Stands between the host's modules and one of the library's, which takes the ports from here: a missing one then
 * fails the start with a sentence. Nest's own would name a parameter of a class that the host has never heard of.
 */
@Module({})
export class HostPorts {
  static of(ports: readonly HostPort[], imports: NonNullable<ModuleMetadata['imports']> = []): DynamicModule {
    return {
      module: HostPorts,
      imports,
      providers: ports.map(({ port, missing }) => ({
        provide: checked(port),
        inject: [{ token: port, optional: true }],
        useFactory: (found: unknown) => {
          if (found === undefined) throw new Error(missing);
          return found;
        },
      })),
      exports: ports.map(({ port }) => checked(port)),
    };
  }

  /** For the module that imports them: each port under its own name. Not to be exported, or it would find itself. */
  static providers(ports: readonly HostPort[]): Provider[] {
    return ports.map(({ port }) => ({ provide: port, useExisting: checked(port) }));
  }
}

function checked({ name }: HostPort['port']): string {
  return `notifications:port:${name}`;
}
