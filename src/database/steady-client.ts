import { Client, type ClientConfig } from 'pg';

/**
 * A connection can be cut off in the moment in which it is made, before the pool or TypeORM listens for that, and an
 * error that nobody listens for ends the process. Whoever gets the connection then is told by its first query.
 */
export class SteadyClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
