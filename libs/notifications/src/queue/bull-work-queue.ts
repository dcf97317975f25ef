import { Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { type DueWork, WorkQueue } from '../domain/work-queue.js';

/** The doorbell's queue in Bull. */
export const DOORBELL_QUEUE = 'notifications';

/**
 * Rings through Redis. A job says which tenant has which kind of work; rings for the same pair that nobody has
 * heard yet are one job, and a job heard is removed so that it can ring again.
 */
export class BullWorkQueue extends WorkQueue {
  private readonly logger = new Logger(BullWorkQueue.name);

  constructor(private readonly queue: Queue<DueWork>) {
    super();
    queue.on('error', (error: Error) => this.logger.warn({ err: error }, 'The doorbell has lost Redis'));
  }

  ring(work: DueWork): void {
    const options = { jobId: `${work.kind}:${work.tenantId}`, removeOnComplete: true, removeOnFail: true };
    this.queue.add(work, options).catch((error: unknown) => {
      this.logger.warn({ err: error, ...work }, 'A ring was lost; the sweeper will find the work');
    });
  }

  listen(hear: (work: DueWork) => void): void {
    this.queue
      .process(async (job) => hear(job.data))
      .catch((error: unknown) => this.logger.warn({ err: error }, 'The doorbell is not heard'));
  }

  async stop(): Promise<void> {
    await this.queue.pause(true, true);
  }
}
