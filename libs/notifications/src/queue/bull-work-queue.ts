import { setTimeout as pause } from 'node:timers/promises';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import { type DueWork, WorkQueue } from '../domain/work-queue.js';

/** For Redis to take note that this process leaves; Bull would wait for a silent one for ever. */
const GOODBYE_WITHIN_MS = 2_000;

/**
 * Rings through Redis. A job says which tenant has which kind of work; rings for the same pair within a second that
 * nobody has heard yet are one job, and a job heard is removed so that it can ring again.
 */
export class BullWorkQueue extends WorkQueue implements OnApplicationShutdown {
  private readonly logger = new Logger(BullWorkQueue.name);
  /** What Redis is being told at this moment, and whether it has to be told once more. */
  private readonly ringing = new Map<string, { again: boolean }>();
  private isTroubled = false;

  constructor(private readonly queue: Queue<DueWork>) {
    super();
    queue.client.on('ready', () => (this.isTroubled = false));
    queue.on('error', (error: Error) => this.trouble(error));
  }

  /** However long Redis is away, a pair waits for it once: rings are not piled up. */
  ring(work: DueWork): void {
    const pair = `${work.kind}:${work.tenantId}`;
    const underWay = this.ringing.get(pair);
    if (underWay) underWay.again = true;
    else void this.tell(pair, work);
  }

  listen(hear: (work: DueWork) => void): void {
    this.queue.process(async (job) => hear(job.data)).catch((error: unknown) => this.trouble(error));
  }

  /** Hears no more, but can still ring: what is under way here may be work for others. */
  async stop(): Promise<void> {
    await this.goodbye(this.queue.pause(true, true));
  }

  /** Waits for no jobs: when Redis is away, Bull would then fail where nobody can catch it. */
  async onApplicationShutdown(): Promise<void> {
    await this.goodbye(this.queue.close(true));
  }

  private async goodbye(said: Promise<unknown>): Promise<void> {
    const isOver = new AbortController();
    try {
      await Promise.race([said, pause(GOODBYE_WITHIN_MS, undefined, isOver)]);
    } catch (error) {
      this.trouble(error);
    } finally {
      isOver.abort();
    }
  }

  private async tell(pair: string, work: DueWork): Promise<void> {
    const ringing = { again: false };
    this.ringing.set(pair, ringing);
    /* A wiped Redis may keep half of a job that nobody will ever hear; it is in the way for this second alone. */
    const jobId = `${pair}:${Math.floor(Date.now() / 1_000)}`;
    try {
      await this.queue.add(work, { jobId, removeOnComplete: true, removeOnFail: true });
    } catch (error) {
      this.trouble(error);
    }
    this.ringing.delete(pair);
    if (ringing.again) this.ring(work);
  }

  /** Told once for each time that Redis is away. */
  private trouble(error: unknown): void {
    if (!this.isTroubled)
      this.logger.warn({ err: error }, 'The doorbell is silent; the sweeper finds the work');
    this.isTroubled = true;
  }
}
