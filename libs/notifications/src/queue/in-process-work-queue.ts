import { Injectable } from '@nestjs/common';
import { type DueWork, WorkQueue } from '../domain/work-queue.js';

/** Rings within this process alone; for a single process without Redis. */
@Injectable()
export class InProcessWorkQueue extends WorkQueue {
  private hear: (work: DueWork) => void = () => undefined;

  ring(work: DueWork): void {
    setImmediate(() => this.hear(work));
  }

  listen(hear: (work: DueWork) => void): void {
    this.hear = hear;
  }

  async stop(): Promise<void> {
    this.hear = () => undefined;
  }
}
