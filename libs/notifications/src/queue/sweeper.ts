import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DueWork } from '../domain/work-queue.js';

const EVERY_MS = 1_000;

/** Once a second, finds the tenants whose work is due whether or not a ring told of it. */
@Injectable()
export class Sweeper {
  private readonly logger = new Logger(Sweeper.name);
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly dataSource: DataSource) {}

  start(wake: (due: DueWork) => void): void {
    if (this.stopped) return;
    this.sweeping = this.sweep(wake).finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.start(wake), EVERY_MS);
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  private async sweep(wake: (due: DueWork) => void): Promise<void> {
    try {
      const due: { tenant_id: number; kind: DueWork['kind'] }[] = await this.dataSource.query(
        'SELECT tenant_id, kind FROM notification_due_work()',
      );
      for (const { tenant_id, kind } of due) wake({ tenantId: tenant_id, kind });
    } catch (error) {
      this.logger.warn({ err: error }, 'Could not look for due work; trying again in a second');
    }
  }
}
