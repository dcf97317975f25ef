import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkKind } from '../domain/work-queue.js';

/** What waits in all tenants together: events for their fan-out, deliveries until they are sent, closed or dead. */
export interface Waiting {
  readonly kind: WorkKind;
  /** At most 100,000: more are not counted. */
  readonly count: number;
  /** Seconds since the oldest was recorded; 0 when nothing waits. */
  readonly oldest: number;
}

/** The whole database's backlog, whichever process works on it: for whoever watches, not for whoever works. */
@Injectable()
export class Backlog {
  constructor(private readonly dataSource: DataSource) {}

  read(): Promise<Waiting[]> {
    return this.dataSource.query<Waiting[]>(
      `SELECT kind, waiting AS count,
         coalesce(greatest(extract(epoch FROM clock_timestamp() - oldest)::float8, 0), 0) AS oldest
       FROM notification_backlog()`,
    );
  }
}
