import { LEDGER_PATIENCE_MS, OutcomeLedger } from './outcome-ledger.js';
import { type Held, type DeliveryOutcome, released } from './delivery-outcome.js';

/** No delivery of a batch begins later: a slow other side makes a batch smaller, not longer than this and one send. */
const BEGIN_WITHIN_MS = 1_000;

/** How a batch of deliveries, which this worker holds under a lease, leaves. */
export interface Leaving<Due extends Held> {
  /** How many may be on their way at once. */
  readonly concurrency: number;
  /** Whatever goes wrong with one is its outcome. */
  readonly deliver: (delivery: Due) => Promise<DeliveryOutcome>;
  readonly write: (outcomes: readonly DeliveryOutcome[]) => Promise<void>;
}

/** Delivers a batch and writes down what became of each; what has not begun in time is put back. */
export async function deliverInTurns<Due extends Held>(
  batch: readonly Due[],
  { concurrency, deliver, write }: Leaving<Due>,
): Promise<void> {
  const ledger = new OutcomeLedger(write, concurrency);
  const lastStart = performance.now() + BEGIN_WITHIN_MS;
  const deliveries = batch.values();
  const takeTurns = async () => {
    for (const delivery of deliveries) {
      const begin = performance.now() < lastStart && !ledger.isBroken;
      await ledger.add(begin ? await deliver(delivery) : released(delivery));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, takeTurns));
  await ledger.close();
}

/** In seconds: longer than the last of a batch can take and be written down, given the longest send in milliseconds. */
export function leaseFor(longestSend: number): number {
  return (BEGIN_WITHIN_MS + longestSend + LEDGER_PATIENCE_MS) / 1_000 + 5;
}
