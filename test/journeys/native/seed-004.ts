import type { Notification } from '../../support/scene.ts';

/** The samples of "List Notifications", verbatim. */
export const NOTIFICATION_SAMPLES = [
  {
    id: 15,
    type: 1,
    message: 'Alice Johnson assigned "Add pagination to issue list" to you',
    read_at: null,
    created_at: '2026-03-13T14:00:00.000000Z',
    actor: { id: 4, first_name: 'Alice', last_name: 'Johnson', profile_picture: 'alice-johnson-abc123.jpg' },
    notifiable: {
      type: 'issue',
      id: 42,
      key: 'KD-0042',
      title: 'Add pagination to issue list',
      project_id: 1,
    },
  },
  {
    id: 21,
    type: 5,
    message: 'Carol Davis added you to project "Mobile App"',
    read_at: null,
    created_at: '2026-03-14T09:10:00.000000Z',
    actor: { id: 9, first_name: 'Carol', last_name: 'Davis', profile_picture: null },
    notifiable: { type: 'project', id: 3, name: 'Mobile App' },
  },
  {
    id: 23,
    type: 6,
    message: 'Carol Davis added you to team "Data"',
    read_at: '2026-03-14T12:00:00.000000Z',
    created_at: '2026-03-14T11:30:00.000000Z',
    actor: { id: 9, first_name: 'Carol', last_name: 'Davis', profile_picture: null },
    notifiable: { type: 'team', id: 2, name: 'Data' },
  },
];

/** "Notification Types": what the scene of the test makes of each. */
export const SEVEN_TYPES = [
  { type: 1, message: 'Alice Johnson assigned "Fuel "it"" to you' },
  { type: 2, message: 'Alice Johnson commented on "Fuel "it""' },
  { type: 3, message: 'Alice Johnson moved "Fuel "it"" to "Done"' },
  { type: 4, message: 'Alice Johnson mentioned you in "Fuel "it""' },
  { type: 5, message: 'Alice Johnson added you to project "Rocket"' },
  { type: 6, message: 'Alice Johnson added you to team "Launch"' },
  { type: 7, message: 'Alice Johnson created report "Week 12" in project "Rocket"' },
];

const isRead = ({ read_at: readAt }: Notification) => readAt !== null;

/** The three bulk calls, with as many ids as their samples name, and what they leave. */
export const BULK_CALLS = [
  { path: '/api/notifications/bulk-read', count: 2, after: { of: isRead, expected: [true, true] } },
  { path: '/api/notifications/bulk-unread', count: 1, after: { of: isRead, expected: [false] } },
  { path: '/api/notifications/bulk-delete', count: 1, after: { of: isRead, expected: [] as boolean[] } },
];

/** "Update Notification Preferences", verbatim. */
export const PREFERENCES_BODY = {
  auto_watch_on_create: true,
  auto_watch_on_assigned: true,
  auto_watch_on_commented: true,
  notify_mentions: true,
  notify_assignment: true,
  notify_project_membership: true,
  notify_team_membership: false,
  notify_watched_activity_email: true,
  notify_report_activity_email: true,
};
