import type { Backlog, Waiting } from '@kendo/notifications';
import { Registry } from 'prom-client';
import { BacklogGauges } from './backlog-gauges.js';

const LINES: Waiting[] = [
  { kind: 'events', count: 2, oldest: 1.5 },
  { kind: 'mail', count: 0, oldest: 0 },
];

let registry: Registry;
let read: jest.Mock<Promise<Waiting[]>>;
let gauges: BacklogGauges;

beforeEach(() => {
  jest.useFakeTimers();
  registry = new Registry();
  read = jest.fn(async () => LINES);
  gauges = new BacklogGauges({ read } as unknown as Backlog, registry);
});
afterEach(() => {
  jest.useRealTimers();
});

const series = async () => (await registry.metrics()).split('\n').filter((line) => /^kendo/.test(line));

it('tells what the database says', async () => {
  await gauges.refresh();

  expect(await series()).toEqual([
    'kendo_waiting{kind="events"} 2',
    'kendo_waiting{kind="mail"} 0',
    'kendo_oldest_waiting_seconds{kind="events"} 1.5',
    'kendo_oldest_waiting_seconds{kind="mail"} 0',
  ]);
});

it('tells nothing while the database fails', async () => {
  await gauges.refresh();
  read.mockRejectedValueOnce(new Error('terminating connection'));
  await gauges.refresh();

  expect(await series()).toEqual([]);
});

it('waits no longer than 3 s for a database that hangs, and asks it no second time meanwhile', async () => {
  let answer: (lines: Waiting[]) => void = () => undefined;
  read.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  for (let page = 0; page < 2; page += 1) {
    const refreshed = gauges.refresh();
    await jest.advanceTimersByTimeAsync(3_000);
    await refreshed;
    expect(await series()).toEqual([]);
  }

  expect(read).toHaveBeenCalledTimes(1);
  answer(LINES);
  await jest.advanceTimersByTimeAsync(0);
  await gauges.refresh();
  expect(await series()).toHaveLength(4);
});
