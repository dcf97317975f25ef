import { debianPackages } from './debian-packages.ts';
import { docker } from './docker.ts';
import type { Server, Service, Way } from './service.ts';

const LOCAL_BINARIES: Way = { name: 'local binaries', open: (service) => service.startLocally() };
const WAYS: readonly Way[] = [docker, LOCAL_BINARIES, debianPackages];

interface Surroundings {
  readonly env?: NodeJS.ProcessEnv;
  readonly ways?: readonly Way[];
  readonly log?: (line: string) => void;
}

/**
 * Brings up a service by the first way that is open. A server that the environment names is the only way then: to go
 * and test another one, because that one is down, would be an answer to a question that nobody asked.
 */
export async function provision(service: Service, surroundings: Surroundings = {}): Promise<Server> {
  const { env = process.env, ways = WAYS, log = console.log } = surroundings;
  const url = env[service.variable];
  const reasons: string[] = [];
  for (const way of url ? [named(service.variable, url)] : ways) {
    try {
      const server = await way.open(service);
      log(`${service.title} for the tests: ${server.origin}`);
      return server;
    } catch (error) {
      reasons.push(`  ${way.name}: ${error instanceof Error ? error.message.trim() : String(error)}`);
    }
  }
  throw new Error(
    `The tests need ${service.title} and found none.\n${reasons.join('\n')}\n` +
      `${service.advice}, or set ${service.variable} to one that runs.`,
  );
}

function named(variable: string, url: string): Way {
  return {
    name: `the server that ${variable} names`,
    async open(service) {
      await service.answers(url);
      return { url, origin: `as ${variable} says`, stop: async () => {} };
    },
  };
}
