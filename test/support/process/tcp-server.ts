import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** A server on a port of its own, which can go away and come back. */
export class TcpServer {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;

  constructor(
    readonly port: number,
    private readonly meet: (socket: Socket) => void,
  ) {}

  async up(): Promise<void> {
    if (this.server) return;
    this.server = createServer({ noDelay: true }, (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => {}).on('close', () => this.sockets.delete(socket));
      this.meet(socket);
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  /** Who is connected is cut off, and nobody is let in. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    this.cutOff();
    await closed;
  }

  cutOff(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
