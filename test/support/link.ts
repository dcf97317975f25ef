import { connect, type Socket } from 'node:net';
import { freePort } from './process/free-port.ts';
import { TcpServer } from './process/tcp-server.ts';

/** The way to a server, for a test to cut: the product is given `url` in place of the server's own. */
export class Link {
  private readonly server: TcpServer;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private isFrozen = false;
  /** How often somebody has connected. */
  dialled = 0;

  private constructor(
    private target: URL,
    port: number,
  ) {
    this.server = new TcpServer(port, (near) => this.pair(near));
  }

  static async to(target: string): Promise<Link> {
    const link = new Link(new URL(target), await freePort());
    await link.up();
    return link;
  }

  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.server.port);
    return url.href;
  }

  /** Lets connections through, to another server of the same kind where one is given. */
  async up(target = this.target.href): Promise<void> {
    this.target = new URL(target);
    await this.server.up();
  }

  /** As if the server were gone. */
  down(): Promise<void> {
    return this.server.down();
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
