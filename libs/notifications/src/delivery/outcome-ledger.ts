import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from '../persistence/passing-error.js';
import type { DeliveryOutcome } from './delivery-outcome.js';

type Write = (outcomes: readonly DeliveryOutcome[]) => Promise<void>;

/** The longest that writing may be tried again: leases reckon with it. */
export const LEDGER_PATIENCE_MS = 10_000;
const PAUSE_MS = 1_000;

/**
 * Writes outcomes down as they come. What comes in while a statement runs goes into the next one: few statements,
 * and yet few deliveries that are out and not written down when the worker is killed, which would be sent again. While
 * the database is slow, who brings one more than there is `room` for waits.
 */
export class OutcomeLedger {
  private waiting: DeliveryOutcome[] = [];
  private writing: Promise<void> | null = null;
  private statement: Promise<void> = Promise.resolve();
  private failure: unknown;

  constructor(
    private readonly write: Write,
    private readonly room: number,
  ) {}

  /** Nothing can be written down any more, so nothing more should be sent. */
  get isBroken(): boolean {
    return this.failure !== undefined;
  }

  /** Resolves when there may be more. */
  async add(outcome: DeliveryOutcome): Promise<void> {
    this.waiting.push(outcome);
    this.writing ??= this.flush().finally(() => (this.writing = null));
    if (this.waiting.length >= this.room) await this.statement.catch(() => undefined);
  }

  /** Resolves when all is written down; fails when something could not be. */
  async close(): Promise<void> {
    await this.writing;
    if (this.isBroken) throw this.failure;
  }

  private async flush(): Promise<void> {
    if (this.isBroken) return;
    try {
      while (this.waiting.length > 0) {
        this.statement = this.writeDown(this.waiting.splice(0));
        await this.statement;
      }
    } catch (error) {
      this.failure = error;
    }
  }

  /** These are out: that is worth waiting for a database that is away for a moment. */
  private async writeDown(outcomes: readonly DeliveryOutcome[]): Promise<void> {
    const giveUp = performance.now() + LEDGER_PATIENCE_MS;
    for (;;) {
      try {
        return await this.write(outcomes);
      } catch (error) {
        if (!isPassing(error) || performance.now() + PAUSE_MS > giveUp) throw error;
        await pause(PAUSE_MS);
      }
    }
  }
}
