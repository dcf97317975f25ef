import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { startKendo, type Kendo } from '../support/kendo.ts';

/** SIGTERM stops the server cleanly, whatever is connected to it, and the data is kept. */
describe('a clean stop', () => {
  let kendo: Kendo;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    kendo = await startKendo();
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await kendo?.stop();
  });

  /** A connection that has sent so much and now says nothing. */
  async function silentAfter(sent: string): Promise<void> {
    const socket = connect(kendo.port, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    socket.write(sent);
  }

  test('waits for nobody who has not asked for anything', async () => {
    for (const sent of ['', 'GET /api/notif', 'GET /health/live HTTP/1.1\r\nHost: acme.localhost\r\n']) {
      await silentAfter(sent);
    }
    const before = await kendo.as('alice').post('/api/teams', { name: 'Kept' });
    const stopped = await kendo.kill('SIGTERM');

    expect([before.status, stopped.code]).toEqual([201, 0]);
    expect(kendo.output).toContain('Stops on SIGTERM');
    await kendo.restart();
    const { body } = await kendo.as('alice').get<{ name: string }[]>('/api/teams');
    expect(body.map(({ name }) => name)).toContain('Kept');
  }, 20_000);
});
