import type { Things } from '../../support/things.ts';

/** Events from outside with every field that they may have, of each type that has fields of its own. */
export function rightEvents({ user, project, issueId, team, report }: Things): object[] {
  const issue = { type: 'issue', id: issueId, title: 'An issue' };
  const lanes = { from: { id: 1, name: 'Backlog' }, to: { id: 2, name: 'Done' } };
  return [
    {
      type: 'todo.created',
      actor_id: user,
      message: 'Something to do',
      subject: { type: 'todo', id: 7, title: 'Buy milk', url: 'https://todo.example/7' },
      parent: { type: 'task', id: issueId, title: 'An issue' },
      root: { type: 'list', id: 'groceries' },
      project_id: project,
      recipients: [user],
      watchers_of: { type: 'issue', id: issueId },
      important: true,
      mail: { subject: 'Milk', text: 'Two bottles' },
      occurred_at: '2026-03-13T14:00:00.000Z',
    },
    { type: 'todo.done', key: 'a-key', message: 'Done', recipients: [user] },
    { type: 'issue.assigned', subject: issue, params: { from: null, to: { id: user, name: 'Bob' } } },
    { type: 'issue.commented', subject: issue, params: { comment_id: 1, text: 'Hello', mentioned: [user] } },
    { type: 'issue.moved', subject: issue, params: lanes },
    {
      type: 'report.created',
      subject: { type: 'report', id: report, title: 'A report' },
      project_id: project,
      params: {},
    },
    {
      type: 'project.member-added',
      subject: { type: 'project', id: project, title: 'P' },
      params: { user_id: user },
    },
    { type: 'team.member-added', subject: { type: 'team', id: team, title: 'T' }, params: { user_id: user } },
  ];
}
