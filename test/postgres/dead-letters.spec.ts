import type { Client } from 'pg';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { deliveries } from '../support/mail/deliveries.ts';
import { mailTo } from '../support/mail/mailing.ts';
import { Scene, type Notification } from '../support/scene.ts';

interface DeadLetter {
  readonly id: string;
  readonly last_answer: string;
}

const unknown = (text: string) => ({ rcpt: () => ({ code: 550, text }) });

/** What was not delivered and is not tried any more: seen, and sent again when what stood in the way is gone. */
describe('dead letters', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
  });
  afterAll(() => kendo?.stop());

  const list = async (query = '', handle = 'alice', slug = 'acme') =>
    (await kendo.as(handle, slug).get<DeadLetter[]>(`/api/dead-letters${query}`)).body;
  const onlyOne = (answer: RegExp) =>
    eventually(async () => {
      const all = await list();
      expect(all).toEqual([expect.objectContaining({ last_answer: expect.stringMatching(answer) })]);
      return all[0]?.id ?? '';
    });
  const resend = (ids: readonly string[], handle = 'alice', slug = 'acme') =>
    kendo.as(handle, slug).post<{ errors: unknown }>('/api/dead-letters/resend', { ids });

  /** Events that could not be fanned out, each for one person. */
  async function killEvents(handle: string, messages: readonly string[]): Promise<void> {
    const named = JSON.stringify([{ user_id: scene.idOf(handle), reason: 'direct' }]);
    await admin.query(
      `INSERT INTO notification_events (tenant_id, name, named, messages, params, mails, state, attempts, error)
       SELECT t.id, 'direct', $1, jsonb_build_object('direct', m), jsonb_build_object('message', m), false, 2, 5, 'broken'
       FROM tenants t, unnest($2::text[]) m WHERE t.slug = 'acme'`,
      [named, messages],
    );
  }

  test('a mail that was refused is listed with what the server said', async () => {
    kendo.sink.answer = unknown('no such mailbox');
    await mailTo(kendo, scene.idOf('bob'), 'To bob');
    const id = await onlyOne(/550 no such mailbox/);

    expect(id).toMatch(/^mail-\d+$/);
    expect(await list()).toEqual([
      {
        id,
        channel: 'mail',
        event: 'custom',
        recipient_id: scene.idOf('bob'),
        email: 'bob@acme.example',
        reason: 'refused',
        attempts: 1,
        created_at: expect.stringMatching(/Z$/),
        last_answer: expect.any(String),
      },
    ]);
  });

  test('what is still refused is a dead letter again', async () => {
    kendo.sink.answer = unknown('still nobody');
    const id = await onlyOne(/no such mailbox/);

    expect((await resend([id])).status).toBe(204);
    expect(await onlyOne(/still nobody/)).toBe(id);
  });

  test("another tenant's is as good as absent, and nothing of a call with it is sent", async () => {
    const id = await onlyOne(/still nobody/);
    expect(await list('', 'gina', 'globex')).toEqual([]);
    const [foreign, absent] = [await resend([id], 'gina', 'globex'), await resend(['mail-999999999'])];
    expect([foreign.status, foreign.body]).toEqual([absent.status, absent.body]);

    const mixed = await resend([id, 'event-999999999']);
    const errors = { 'ids.1': ['The selected ids.1 is no dead letter.'] };
    expect([mixed.status, mixed.body.errors]).toEqual([422, errors]);
    expect(await onlyOne(/still nobody/)).toBe(id);
  });

  test('it is sent as if never tried, once', async () => {
    kendo.sink.answer = {};
    const id = await onlyOne(/still nobody/);

    expect((await resend([id, id])).status).toBe(204);
    const sent = { state: 'sent', attempts: 1, closed_because: null };
    await eventually(async () => expect(await deliveries(admin)).toEqual([expect.objectContaining(sent)]));
    expect(kendo.sink.mailsTo('bob@acme.example')).toHaveLength(1);
    expect([(await resend([id])).status, await list()]).toEqual([422, []]);

    const { body } = await kendo.as('alice').get<object[]>('/api/audit');
    expect(body[0]).toMatchObject({
      action: 'tenant.dead-letters-resent',
      actor_id: scene.idOf('alice'),
      after: { ids: [id] },
    });
  });

  test('an event that could not be fanned out reaches its people after all', async () => {
    await killEvents('carol', ['Back from the dead']);
    const [letter] = await list();
    expect(letter).toMatchObject({
      channel: null,
      event: 'direct',
      reason: 'not_fanned_out',
      last_answer: 'broken',
    });

    expect((await resend([letter?.id ?? ''])).status).toBe(204);
    await eventually(async () => {
      const { body } = await kendo.as('carol').get<Notification[]>('/api/notifications');
      expect(body).toMatchObject([{ message: 'Back from the dead' }]);
    });
    expect(await list()).toEqual([]);
  });

  test('a delivery by another channel is listed beside the mail of the same notification, and sent again', async () => {
    await admin.query(
      `INSERT INTO channel_deliveries (tenant_id, notification_id, channel, event_id, recipient_id, thread_id, reason,
         state, attempts, closed_because, last_answer)
       SELECT tenant_id, notification_id, channel, event_id, recipient_id, thread_id, reason, 3, 15, 'given_up', channel
       FROM mail_deliveries, unnest('{pager,web-hook}'::text[]) AS channel`,
    );
    const [webHook, pager] = await list();
    expect(webHook).toMatchObject({
      id: expect.stringMatching(/^web-hook-\d+$/),
      channel: 'web-hook',
      event: 'custom',
      email: 'bob@acme.example',
      last_answer: 'web-hook',
    });
    const mail = `mail-${webHook?.id.split('-').at(-1)}`;
    const refused = await resend([webHook?.id ?? '', mail]);
    expect([refused.status, await list()]).toEqual([422, [webHook, pager]]);

    expect((await resend([webHook?.id ?? ''])).status).toBe(204);
    expect(await list()).toEqual([pager]);
    /* This product has no such channel: the next try says so. */
    await eventually(async () => {
      const { rows } = await admin.query(
        'SELECT state, attempts, last_answer FROM channel_deliveries WHERE state = 0',
      );
      expect(rows).toEqual([{ state: 0, attempts: 1, last_answer: expect.stringContaining('"web-hook"') }]);
    });
  });

  test('pages follow one another, events before deliveries', async () => {
    await killEvents('carol', ['One', 'Two', 'Three']);
    for (const table of ['mail_deliveries', 'channel_deliveries']) {
      await admin.query(`UPDATE ${table} SET state = 3, closed_because = 'given_up'`);
    }
    const all = await list();
    expect(all.map(({ id }) => id.split('-')[0])).toEqual([
      'event',
      'event',
      'event',
      'web',
      'pager',
      'mail',
    ]);

    for (const limit of [1, 2, 3, 4]) {
      const walked: DeadLetter[] = [];
      for (let page = await list(`?limit=${limit}`); page.length > 0;) {
        walked.push(...page);
        page = await list(`?limit=${limit}&before=${walked.at(-1)?.id}`);
      }
      expect(walked).toEqual(all);
    }
    const { status, body } = await kendo.as('alice').get(`/api/dead-letters?after=${all[0]?.id}`);
    expect([status, body]).toMatchObject([422, { errors: { after: ['The after field is prohibited.'] } }]);
  });
});
