import type { Client } from 'pg';
import { PREFERENCE_FLAGS } from '../../../libs/notifications/src/domain/preference-flags.ts';
import { crowdWatches } from '../../support/crowd.ts';
import { userOf } from '../../support/demo.ts';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { deliveries, letTimePass } from '../../support/mail/deliveries.ts';
import { Scene, type Issue } from '../../support/scene.ts';

/** What people may do before their mail has left, and how its delivery calls that. */
const UNWANTED = { alice: 'flag_off', bob: 'read', carol: 'deleted', dave: 'mail_off' } as const;
const MENTIONED = Object.keys(UNWANTED) as (keyof typeof UNWANTED)[];
/** Of a crowd: the first gets it, the row of the second was given to somebody else. */
const WATCHERS = 2;
const DEFERRED = { code: 451, text: 'Later' };

describe('a mail that is not wanted any more', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
    const members = `/api/projects/${scene.project.id}/members`;
    const answer = await kendo.as('alice').post(members, { user_id: scene.idOf('erin') });
    expect(answer.status).toBe(201);
    await eventually(() => expect(kendo.sink.mailsTo('erin@acme.example')).toHaveLength(1));
  });
  afterAll(() => kendo?.stop());

  async function choose(mails: boolean): Promise<void> {
    const flags = Object.fromEntries(PREFERENCE_FLAGS.map((flag) => [flag, true]));
    const choice = { ...flags, notify_mentions: mails };
    const preferences = await kendo.as('alice').post('/api/profile/notification-preferences', choice);
    const profile = await kendo.as('dave').patch('/api/profile', { email_notifications: mails });
    expect([preferences.status, profile.status]).toEqual([200, 200]);
  }

  async function lookAtTheRow(issue: Issue): Promise<void> {
    const acts = { bob: 'bulk-read', carol: 'bulk-delete' };
    for (const [handle, act] of Object.entries(acts)) {
      const [row] = await scene.rowsWhen(handle, issue, 1);
      const answer = await kendo
        .as(handle)
        .post(`/api/notifications/${act}`, { notification_ids: [row?.id] });
      expect(answer.status).toBe(204);
    }
  }

  async function giveAway(address: string): Promise<void> {
    const { rows } = await admin.query<{ id: number }>(
      'SELECT n.id FROM notifications n JOIN users u ON u.id = n.recipient_id WHERE u.email = $1',
      [address],
    );
    const erin = userOf(kendo.demo, 'acme', 'erin').uuid;
    const answer = await kendo.as('alice').patch(`/notifications/${rows[0]?.id}`, { recipient: erin });
    expect(answer.status).toBe(200);
  }

  const OBSTACLES: readonly (readonly [string, number, () => unknown, () => unknown])[] = [
    ['the mail server is away', 0, () => kendo.sink.down(), () => kendo.sink.up()],
    [
      'the mail server defers it',
      1,
      () => (kendo.sink.answer = { rcpt: () => DEFERRED }),
      () => (kendo.sink.answer = {}),
    ],
  ];

  test.each(OBSTACLES)('while %s is closed unsent, with the reason', async (_, attempts, begin, end) => {
    const issue = await scene.issue('erin');
    await crowdWatches(admin, issue, WATCHERS, `watcher${attempts}`);
    await choose(true);
    await begin();
    await scene.comment('erin', issue, MENTIONED.map((handle) => `@${handle}`).join(' '));
    const { length: before } = kendo.sink.mails;
    const mine = async () => (await deliveries(admin)).slice(-WATCHERS - MENTIONED.length);
    await eventually(async () => {
      const all = await mine();
      expect(all).toHaveLength(WATCHERS + MENTIONED.length);
      for (const delivery of all) expect(delivery).toMatchObject({ state: 'due', attempts });
    });

    await lookAtTheRow(issue);
    await giveAway(`watcher${attempts}2@crowd.example`);
    await choose(false);
    await end();
    await letTimePass(admin);
    await eventually(async () => expect((await mine()).some(({ state }) => state === 'due')).toBe(false));

    const outcomes = Object.fromEntries((await mine()).map(({ email, ...delivery }) => [email, delivery]));
    const closed = (because: string) => ({ state: 'closed', closed_because: because, attempts });
    for (const handle of MENTIONED) {
      expect(outcomes[`${handle}@acme.example`]).toMatchObject(closed(UNWANTED[handle]));
    }
    expect(outcomes[`watcher${attempts}2@crowd.example`]).toMatchObject(closed('deleted'));
    expect(kendo.sink.mails.slice(before).map(({ to }) => to)).toEqual([
      [`watcher${attempts}1@crowd.example`],
    ]);
  });
});
