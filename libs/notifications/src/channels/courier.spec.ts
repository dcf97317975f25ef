import { Logger } from '@nestjs/common';
import { CLOSED, DEAD, DUE, SENT } from '../delivery/delivery-outcome.js';
import { NoMetrics } from '../metrics/no-metrics.js';
import { EventRegistry } from '../types/event-registry.js';
import { Courier } from './courier.js';
import type { DueDelivery } from './due-delivery.js';
import { InstalledChannels } from './installed-channels.js';
import { type ChannelDelivery, ChannelFailure, NotificationChannel } from './notification-channel.js';

const DUE_DELIVERY: DueDelivery = {
  channel: 'pager',
  notificationId: 17,
  threadId: 3,
  eventId: 5,
  reason: 'direct',
  attempts: 0,
  hasRow: true,
  event: {
    name: 'direct',
    occurrence: { actor: null, subject: null, params: { message: 'Hello', recipients: [7] } },
  },
  recipient: { id: 7, name: 'Alice Johnson', email: null, locale: 'en' },
};

class Pager extends NotificationChannel {
  readonly name = 'pager';
  override readonly longestSend = 50;
  readonly taken: ChannelDelivery[] = [];
  answer: () => Promise<string> = async () => 'beeped';

  async send(delivery: ChannelDelivery): Promise<string> {
    this.taken.push(delivery);
    return this.answer();
  }
}

let pager: Pager;
let courier: Courier;

beforeAll(() => {
  Logger.overrideLogger(false);
});
afterAll(() => {
  Logger.overrideLogger(['error', 'warn', 'log']);
});
beforeEach(() => {
  pager = new Pager();
  courier = new Courier(new EventRegistry([]), new InstalledChannels([pager], []), new NoMetrics());
});

const deliver = (changes: Partial<DueDelivery> = {}) =>
  courier.deliver({ ...DUE_DELIVERY, ...changes }, { tenantId: 1 });

test('takes it to its channel, under an id that stays, with the event as it was', async () => {
  await expect(deliver()).resolves.toMatchObject({ state: SENT, attempts: 1, last_answer: 'beeped' });
  expect(pager.taken).toMatchObject([{ id: 'pager-1-17', recipient: { id: 7 }, reason: 'direct' }]);
  expect(pager.taken[0]?.event.toInbox('direct').message).toBe('Hello');
});

test.each<[string, Partial<DueDelivery>]>([
  ['deleted', { hasRow: false }],
  ['deleted', { event: null }],
  ['person_gone', { recipient: null }],
])('is not wanted any more: %s', async (because, change) => {
  await expect(deliver(change)).resolves.toMatchObject({
    state: CLOSED,
    attempts: 0,
    closed_because: because,
  });
  expect(pager.taken).toEqual([]);
});

test.each<[Error, object]>([
  [new ChannelFailure('refused', 'unknown number'), { state: DEAD, closed_because: 'refused' }],
  [
    new ChannelFailure('no_address', 'no pager'),
    { state: CLOSED, attempts: 0, closed_because: 'no_address' },
  ],
  [new ChannelFailure('passing', 'engaged'), { state: DUE, attempts: 1, last_answer: 'engaged' }],
  [new TypeError('fetch failed'), { state: DUE, attempts: 1, last_answer: 'fetch failed' }],
])('what %p makes of it', async (failure, outcome) => {
  pager.answer = async () => {
    throw failure;
  };
  await expect(deliver()).resolves.toMatchObject(outcome);
});

test('is dead when it was tried enough', async () => {
  pager.answer = async () => {
    throw new Error('engaged');
  };
  await expect(deliver({ attempts: 14 })).resolves.toMatchObject({ state: DEAD, closed_because: 'given_up' });
});

test('a channel that never answers is not waited for', async () => {
  pager.answer = () => new Promise(() => {});
  await expect(deliver()).resolves.toMatchObject({
    state: DUE,
    attempts: 1,
    last_answer: 'There was no answer within 50 ms.',
  });
});

test('without its channel it is tried again: it may be installed by then', async () => {
  const outcome = await deliver({ channel: 'fax' });
  expect(outcome).toMatchObject({
    state: DUE,
    attempts: 1,
    last_answer: expect.stringContaining('named "fax"'),
  });
});
