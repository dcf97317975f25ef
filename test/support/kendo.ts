import { createStack } from './create-stack.ts';
import { readDemo, tenantOf, userOf, type Demo } from './demo.ts';
import { Client } from './http-client.ts';
import { errorsIn, startProgram, startServer, type Settings } from './kendo-process.ts';
import type { Mail } from './mail/mail.ts';
import type { Child, End } from './process/child.ts';
import { freePort } from './process/free-port.ts';
import type { Stack } from './stack.ts';

interface KendoOptions {
  /** Beside or instead of what the stack sets. */
  readonly settings?: Settings;
  /** Errors that the test provokes; any other line that is logged as an error fails the test file. */
  readonly expectedErrors?: RegExp;
}

/** The product, started on the stack of this Jest project, with the demo in it. To be stopped in `afterAll`. */
export async function startKendo(options: KendoOptions = {}): Promise<Kendo> {
  const stack = await createStack();
  try {
    const port = await freePort();
    const settings = { ...stack.settings, ...options.settings };
    const server = await startServer(port, settings);
    const demo = await readDemo(stack.settings.DATA_DIR);
    return new Kendo(stack, port, settings, demo, server, options.expectedErrors);
  } catch (error) {
    await stack.remove();
    throw error;
  }
}

export class Kendo {
  private readonly programs: Child[];

  constructor(
    private readonly stack: Stack,
    readonly port: number,
    readonly settings: Settings,
    readonly demo: Demo,
    private server: Child,
    private readonly expectedErrors?: RegExp,
  ) {
    this.programs = [server];
  }

  /** Real PostgreSQL's; asking for it on the embedded stack is an error of the test. */
  get database(): NonNullable<Stack['database']> {
    return present(this.stack.database);
  }

  /** The mail server, to be told how to fail; on real PostgreSQL only. */
  get sink(): NonNullable<Stack['sink']> {
    return present(this.stack.sink);
  }

  /** All that the server and its workers printed. */
  get output(): string {
    return this.programs.map(({ output }) => output).join('');
  }

  as(handle: string, slug = 'acme'): Client {
    return this.withToken(userOf(this.demo, slug, handle).token, slug);
  }

  asService(slug = 'acme'): Client {
    return this.withToken(tenantOf(this.demo, slug).service_token, slug);
  }

  withToken(token: string | null, slug = 'acme'): Client {
    const headers = token === null ? undefined : { authorization: `Bearer ${token}` };
    return new Client(this.port, `${slug}.localhost`, headers);
  }

  /** Every mail that has left so far, oldest first. */
  async mails(): Promise<readonly Mail[]> {
    return this.stack.mails();
  }

  async mailsTo(address: string): Promise<Mail[]> {
    return (await this.mails()).filter(({ to }) => to.includes(address));
  }

  kill(signal: NodeJS.Signals): Promise<End> {
    return this.server.kill(signal);
  }

  /** The same server again, on the same port and data; stops it first where it still runs. */
  async restart(): Promise<void> {
    await this.server.kill('SIGTERM');
    this.server = await startServer(this.port, this.settings);
    this.programs.push(this.server);
  }

  /** A delivery process beside the server. */
  startWorker(settings: Settings = {}): Child {
    const worker = startProgram('worker', { ...this.settings, ...settings });
    this.programs.push(worker);
    return worker;
  }

  async stop(): Promise<void> {
    try {
      await Promise.all(this.programs.map((program) => program.kill('SIGTERM')));
    } finally {
      await this.stack.remove();
    }
    const errors = errorsIn(this.output).filter((line) => !this.expectedErrors?.test(line));
    if (errors.length > 0) throw new Error(`The server logged errors:\n${errors.join('\n')}`);
  }
}

function present<Part>(part: Part | null): Part {
  if (part === null) throw new Error('The embedded stack has none; this test belongs in test/postgres.');
  return part;
}
