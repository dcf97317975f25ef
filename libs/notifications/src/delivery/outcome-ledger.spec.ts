import { OutcomeLedger } from './outcome-ledger.js';
import type { DeliveryOutcome } from './delivery-outcome.js';

const ROOM = 3;

const outcome = (id: number): DeliveryOutcome => ({
  notification_id: id,
  state: 1,
  attempts: 1,
  delay: 0,
  closed_because: null,
  last_answer: null,
});

/** Statements that the test finishes by hand. */
class Statements {
  readonly begun: number[][] = [];
  private readonly open: ((error?: Error) => void)[] = [];

  readonly write = (outcomes: readonly DeliveryOutcome[]): Promise<void> => {
    this.begun.push(outcomes.map(({ notification_id }) => notification_id));
    return new Promise((resolve, reject) => this.open.push((error) => (error ? reject(error) : resolve())));
  };

  async finish(error?: Error): Promise<void> {
    this.open.shift()?.(error);
    await new Promise((turn) => setImmediate(turn));
  }
}

describe('OutcomeLedger', () => {
  let statements: Statements;
  let ledger: OutcomeLedger;
  let free: number[];

  beforeEach(async () => {
    statements = new Statements();
    ledger = new OutcomeLedger(statements.write, ROOM);
    free = [];
    for (const id of [1, 2, 3, 4, 5]) void ledger.add(outcome(id)).then(() => free.push(id));
    await new Promise((turn) => setImmediate(turn));
  });

  test('writes what comes in while a statement runs with the next one', async () => {
    await statements.finish();
    expect(statements.begun).toEqual([[1], [2, 3, 4, 5]]);
  });

  test('who brings more than there is room for waits for the statement that runs', async () => {
    expect(free).toEqual([1, 2, 3]);
    await statements.finish();
    expect(free).toEqual([1, 2, 3, 4, 5]);
  });

  test('nobody waits for one that is broken; it says so when it is closed', async () => {
    await statements.finish(new Error('no such table'));
    void ledger.add(outcome(6)).then(() => free.push(6));
    await expect(ledger.close()).rejects.toThrow('no such table');
    expect(free).toEqual([1, 2, 3, 4, 5, 6]);
    expect(statements.begun).toEqual([[1]]);
  });

  test('is closed when all is written', async () => {
    let closed = false;
    void ledger.close().then(() => (closed = true));
    await statements.finish();
    expect(closed).toBe(false);
    await statements.finish();
    expect(closed).toBe(true);
  });
});
