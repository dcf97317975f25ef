import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './process/free-port.ts';

/** The way to a server, for a test to cut: the product is given `url` in place of the server's own. */
export class Link {
  private server: Server | null = null;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private isFrozen = false;
  /** How often somebody has connected. */
  dialled = 0;

  private constructor(
    private target: URL,
    private readonly port: number,
  ) {}

  static async to(target: string): Promise<Link> {
    const link = new Link(new URL(target), await freePort());
    await link.up();
    return link;
  }

  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  /** Lets connections through, to another server of the same kind where one is given. */
  async up(target = this.target.href): Promise<void> {
    this.target = new URL(target);
    if (this.server) return;
    this.server = createServer((near) => this.pair(near)).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  /** As if the server were gone: who is connected is cut off, and nobody is let in. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const sockets of this.pairs) for (const socket of sockets) socket.destroy();
    await closed;
  }

  /** As if the server hung: connections stand, and nothing passes. */
  freeze(): void {
    this.isFrozen = true;
    for (const [near, far] of this.pairs) {
      near.unpipe(far);
      far.unpipe(near);
    }
  }

  thaw(): void {
    this.isFrozen = false;
    for (const pair of this.pairs) join(pair);
  }

  private pair(near: Socket): void {
    this.dialled += 1;
    const pair = [near, connect(Number(this.target.port), this.target.hostname)] as const;
    this.pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => {});
      socket.on('close', () => {
        for (const other of pair) other.destroy();
        this.pairs.delete(pair);
      });
    }
    if (!this.isFrozen) join(pair);
  }
}

function join([near, far]: readonly [Socket, Socket]): void {
  near.pipe(far);
  far.pipe(near);
}
