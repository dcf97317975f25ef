import { Backlog, type Waiting } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';

/** Sooner than Prometheus gives up on the page, which is after 10 s. */
const WITHIN_MS = 3_000;

/** What waits in the whole database; every process tells the same. */
@Injectable()
export class BacklogGauges {
  private readonly waiting: Gauge;
  private readonly oldest: Gauge;
  private reading: Promise<Waiting[]> | undefined;

  constructor(
    private readonly backlog: Backlog,
    registry: Registry,
  ) {
    const common = { labelNames: ['kind'], registers: [registry] };
    this.waiting = new Gauge({
      ...common,
      name: 'kendo_waiting',
      help: 'Events not fanned out and deliveries not made, of all tenants; 100000 stands for more.',
    });
    this.oldest = new Gauge({
      ...common,
      name: 'kendo_oldest_waiting_seconds',
      help: 'Since the oldest of them was recorded; 0 when nothing waits.',
    });
  }

  /** While the database does not answer there are no numbers, rather than old ones. */
  async refresh(): Promise<void> {
    const lines = await this.read();
    for (const gauge of [this.waiting, this.oldest]) gauge.reset();
    for (const { kind, count, oldest } of lines) {
      this.waiting.set({ kind }, count);
      this.oldest.set({ kind }, oldest);
    }
  }

  /** A question that hangs is not asked a second time meanwhile. */
  private async read(): Promise<readonly Waiting[]> {
    this.reading ??= this.backlog.read().finally(() => (this.reading = undefined));
    const tooLate = new Promise<[]>((resolve) => setTimeout(resolve, WITHIN_MS, []).unref());
    try {
      return await Promise.race([this.reading, tooLate]);
    } catch {
      return [];
    }
  }
}
