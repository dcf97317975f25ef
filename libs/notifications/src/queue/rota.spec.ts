import type { TenantScope } from '../domain/tenant-scope.js';
import { Rota } from './rota.js';

/** Pieces of work that the test finishes by hand, in the order in which they were begun. */
class Pieces {
  readonly begun: number[] = [];
  private readonly open: ((outcome: boolean | Error) => void)[] = [];

  readonly work = ({ tenantId }: TenantScope): Promise<boolean> => {
    this.begun.push(tenantId);
    return new Promise((resolve, reject) => {
      this.open.push((outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)));
    });
  };

  /** The one begun first of those that are open, or another. */
  async finish(outcome: boolean | Error, which = 0): Promise<void> {
    this.open.splice(which, 1)[0]?.(outcome);
    await new Promise((turn) => setImmediate(turn));
  }
}

describe('Rota', () => {
  let pieces: Pieces;
  let failures: unknown[];
  let rota: Rota;

  const ofWidth = (width: number) => new Rota(pieces.work, (error) => failures.push(error), width);

  beforeEach(() => {
    pieces = new Pieces();
    failures = [];
    rota = ofWidth(1);
  });

  test('takes tenants in turn: one with much to do delays the others by one piece', async () => {
    for (const tenant of [1, 2, 3]) rota.wake(tenant);
    for (const more of [true, true, false, true, false, false]) await pieces.finish(more);

    expect(pieces.begun).toEqual([1, 2, 3, 1, 2, 1]);
  });

  test('of those under way at once none is a tenant twice, and the others wait for one piece all the same', async () => {
    rota = ofWidth(2);
    for (const tenant of [1, 1, 2, 3, 4]) rota.wake(tenant);
    expect(pieces.begun).toEqual([1, 2]);

    for (const more of [true, true, false, false, true, false]) await pieces.finish(more);
    expect(pieces.begun).toEqual([1, 2, 1, 3, 4, 2, 4]);
  });

  test('one whose piece does not end takes up one place', async () => {
    rota = ofWidth(2);
    for (const tenant of [1, 2, 3]) rota.wake(tenant);
    await pieces.finish(false, 1);
    rota.wake(1);
    await pieces.finish(false, 1);
    rota.wake(2);

    expect(pieces.begun).toEqual([1, 2, 3, 2]);
  });

  test('one that is woken while its piece is under way gets another turn', async () => {
    rota.wake(1);
    rota.wake(1);
    await pieces.finish(false);

    expect(pieces.begun).toEqual([1, 1]);
  });

  test('a failure is told and holds up nobody', async () => {
    rota.wake(1);
    rota.wake(2);
    await pieces.finish(new Error('poison'));

    expect(failures).toEqual([new Error('poison')]);
    expect(pieces.begun).toEqual([1, 2]);
  });

  test('wakes again after it had come to rest', async () => {
    rota.wake(1);
    await pieces.finish(false);
    rota.wake(1);

    expect(pieces.begun).toEqual([1, 1]);
  });

  test('stops after the pieces that are under way', async () => {
    rota = ofWidth(2);
    for (const tenant of [1, 2, 3]) rota.wake(tenant);
    let isOver = false;
    const stopped = rota.stop().then(() => (isOver = true));
    await pieces.finish(true);
    expect(isOver).toBe(false);
    await pieces.finish(true);
    await stopped;
    rota.wake(4);

    expect(pieces.begun).toEqual([1, 2]);
  });
});
