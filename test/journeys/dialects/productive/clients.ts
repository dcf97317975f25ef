import { eventually } from '../../../support/eventually.ts';
import type { Kendo } from '../../../support/kendo.ts';
import { Scene, type Issue, type Notification } from '../../../support/scene.ts';

let clients = 0;

/** A project of a client's with one issue in it, and what happens there, all of it told to alice. */
export class Clients {
  private constructor(
    private readonly kendo: Kendo,
    readonly projectId: number,
    readonly issue: Issue,
  ) {}

  static async project(kendo: Kendo, name: string): Promise<Clients> {
    const alice = kendo.as('alice');
    const prefix = `CL${(clients += 1)}`;
    const { body: project } = await alice.post<{ id: number }>('/api/projects', { name, prefix });
    const path = `/api/projects/${project.id}/issues`;
    const { body: issue } = await alice.post<Issue>(path, { title: 'Ticket title' });
    return new Clients(kendo, project.id, issue);
  }

  async task(at?: string): Promise<void> {
    const { id } = this.issue;
    await this.raise({ type: 'task.created', subject: { type: 'task', id, title: 'Ticket title' } }, at);
  }

  async todo(id: number, at?: string): Promise<void> {
    await this.raise(
      {
        type: 'todo.created',
        subject: { type: 'todo', id, title: 'You need to do this.' },
        parent: { type: 'task', id: this.issue.id, title: '#1: Ticket title' },
      },
      at,
    );
  }

  /** An event of another product, by carol; returns when alice has it. */
  async raise(event: object, occurred_at?: string): Promise<void> {
    const before = await this.rows();
    const scene = new Scene(this.kendo);
    const answer = await this.kendo.asService().post('/api/events', {
      message: 'Something happened',
      actor_id: scene.idOf('carol'),
      project_id: this.projectId,
      recipients: [scene.idOf('alice')],
      occurred_at,
      ...event,
    });
    expect([answer.status, answer.body]).toEqual([202, expect.anything()]);
    await eventually(async () => (await this.rows()).length > before.length);
  }

  /** Alice's rows about anything, the newest first. */
  async rows(): Promise<Notification[]> {
    return (await this.kendo.as('alice').get<Notification[]>('/api/notifications?limit=200')).body;
  }

  async change(call: string, notification_ids: readonly number[]): Promise<void> {
    const { status } = await this.kendo.as('alice').post(`/api/notifications/${call}`, { notification_ids });
    expect(status).toBe(204);
  }

  /** Alice's inbox and archive, emptied for good. */
  static async clear(kendo: Kendo): Promise<void> {
    const alice = kendo.as('alice');
    for (const list of ['/api/notifications?limit=200', '/api/notifications?limit=200&archived=1']) {
      const notification_ids = (await alice.get<Notification[]>(list)).body.map(({ id }) => id);
      if (notification_ids.length === 0) continue;
      await alice.post('/api/notifications/bulk-delete', { notification_ids });
    }
  }
}
