import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/database/database-options.ts';

/**
 * PostgreSQL stops just when it has let somebody in: both messages come in one packet, too close to one another for
 * a real server to be made to do so. An error that nobody listened for would end the process, and this test.
 */
describe('a connection that is cut off in the moment in which it is made', () => {
  let server: Server;

  beforeAll(async () => {
    const welcome = message('R', Buffer.from([0, 0, 0, 0]));
    const ready = message('Z', Buffer.from('I'));
    const farewell = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0'));
    server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end(Buffer.concat([welcome, ready, farewell])));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => server?.close());

  function message(type: string, content: Buffer): Buffer {
    const length = Buffer.alloc(4);
    length.writeInt32BE(content.length + 4);
    return Buffer.concat([Buffer.from(type), length, content]);
  }

  test('is an error of whoever wanted it, and of nobody else', async () => {
    const url = `postgres://kendo@127.0.0.1:${(server.address() as AddressInfo).port}/kendo`;
    const dataSource = new DataSource(databaseOptions({ url, poolSize: 1 }));

    await expect(dataSource.initialize()).rejects.toThrow(/not queryable/);
  });
});
