import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { tenantOf } from '../../support/demo.ts';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { tally } from '../../support/mail/deliveries.ts';
import { flood } from '../../support/mail/flood.ts';
import { mailTo } from '../../support/mail/mailing.ts';
import { Scene } from '../../support/scene.ts';

const EVENTS = 20_000;

/** One tenant has 100,000 mails due; another one's mail does not wait for them. */
describe('beside a tenant with much mail', () => {
  let kendo: Kendo;
  let admin: Client;

  beforeAll(async () => {
    kendo = await startKendo();
    admin = await kendo.database.admin();
  });
  afterAll(() => kendo?.stop());

  /** In milliseconds, from an event's answer to its mail: the median of some that wait for one another. */
  async function lag(): Promise<number> {
    const gina = new Scene(kendo).idOf('gina', 'globex');
    const lags: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      const begin = performance.now();
      const before = kendo.sink.mailsTo('gina@globex.example').length;
      await mailTo(kendo, gina, 'For Gina', 'globex');
      await eventually(() => expect(kendo.sink.mailsTo('gina@globex.example')).toHaveLength(before + 1));
      lags.push(performance.now() - begin);
    }
    return lags.sort((one, other) => one - other)[2] ?? Infinity;
  }

  test('with a quick mail server or a slow one, a mail comes less than two seconds later', async () => {
    const servers = [{}, { data: () => pause(100, undefined) }];
    const alone: number[] = [];
    for (kendo.sink.answer of servers) alone.push(await lag());
    kendo.sink.answer = {};
    await flood(admin, tenantOf(kendo.demo, 'acme').id, EVENTS);
    await eventually(() => expect(kendo.sink.mails.length).toBeGreaterThan(200));
    const beside: number[] = [];
    for (kendo.sink.answer of servers) beside.push(await lag());

    for (const [index, usual] of alone.entries()) expect(beside[index]).toBeLessThan(usual + 2_000);
    expect((await tally(admin))['due']).toBeGreaterThan(EVENTS);
  });
});
