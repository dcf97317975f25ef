import { doorbellQueue } from './doorbell.js';

test.each([
  ['redis://redis.example', undefined],
  ['redis://kendo:secret@redis.example:6380/2', undefined],
  ['rediss://[::1]:6379/', {}],
])('%s is a Redis, spoken to in the clear or not', (redisUrl, tls) => {
  expect(doorbellQueue(redisUrl).redis).toMatchObject({ maxRetriesPerRequest: 1 });
  expect((doorbellQueue(redisUrl).redis as { tls?: object }).tls).toEqual(tls);
});
