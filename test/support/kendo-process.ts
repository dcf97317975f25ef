import { fileURLToPath } from 'node:url';
import { Client } from './http-client.ts';
import { Child } from './process/child.ts';

export type Settings = Readonly<Record<string, string>>;

/** Longer than the 20 s that a first start may take, since tests share the machine's cores. */
const READY_WITHIN = 30_000;

/** One of the product's own programs, as it is built, with these settings and nothing of ours. */
export function startProgram(name: 'main' | 'worker', settings: Settings): Child {
  const program = fileURLToPath(new URL(`../../dist/${name}.js`, import.meta.url));
  const { PATH } = process.env;
  return new Child(process.execPath, [program], { env: { PATH, ...settings } });
}

export async function startServer(port: number, settings: Settings): Promise<Child> {
  const server = startProgram('main', { ...settings, PORT: String(port) });
  try {
    await server.comesUp(() => isReady(port), READY_WITHIN);
  } catch (error) {
    await server.kill('SIGKILL');
    throw error;
  }
  return server;
}

async function isReady(port: number): Promise<void> {
  const { status, body } = await new Client(port, 'localhost').get('/health/ready');
  if (status !== 200) throw new Error(`/health/ready answers ${status}: ${JSON.stringify(body)}`);
}

/** The lines that the program logged as errors or worse. */
export function errorsIn(output: string): string[] {
  return output.split('\n').filter((line) => levelOf(line) >= 50);
}

function levelOf(line: string): number {
  if (!line.startsWith('{')) return 0;
  try {
    return (JSON.parse(line) as { level?: number }).level ?? 0;
  } catch {
    return 0;
  }
}
