import { IssueAssigned, IssueMoved, Notifier, WatchingService, type Work } from '@kendo/notifications';
import { NotificationFake } from '@kendo/notifications/testing';
import { Test } from '@nestjs/testing';
import { IssueEvents } from './issue-events.js';
import type { IssueOccurrence } from './issue-occurrence.js';
import type { Issue } from './issue.entity.js';

const WORK = { scope: { tenantId: 1 } } as Work;
const ISSUE = { id: 42 } as Issue;
const ALICE = { id: 7, name: 'Alice Johnson' };

const OCCURRENCE: IssueOccurrence = {
  actor: { id: 8, name: 'Bob Smith' },
  subject: { type: 'issue', id: 42, title: 'The badge stays' },
  gate: { type: 'issues.read', id: 3 },
};

let notifications: NotificationFake;
let events: IssueEvents;

beforeEach(async () => {
  notifications = new NotificationFake();
  const module = await Test.createTestingModule({
    providers: [
      IssueEvents,
      { provide: Notifier, useValue: notifications },
      { provide: WatchingService, useValue: {} },
    ],
  }).compile();
  events = module.get(IssueEvents);
});

it('tells the one who loses an issue', async () => {
  await events.assigned(WORK, ISSUE, OCCURRENCE, { from: ALICE, to: null });
  notifications.assertSentTo(ALICE.id, IssueAssigned, ({ occurrence }) => occurrence.params.to === null);
  notifications.assertCount(1);
});

it('tells the watchers of a move, and of the lane no more than its name', async () => {
  const lane = (id: number, name: string) => ({ id, name, position: id });
  await events.moved(WORK, OCCURRENCE, { from: lane(1, 'To do'), to: lane(2, 'Done') });
  const [sent] = notifications.sent(IssueMoved);
  expect(sent).toMatchObject({ people: [], watchersOf: { type: 'issue', id: 42 } });
  expect(sent?.event.occurrence.params).toEqual({
    from: { id: 1, name: 'To do' },
    to: { id: 2, name: 'Done' },
  });
});
