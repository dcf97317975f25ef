import type { Kendo } from './kendo.ts';
import { eventually } from './eventually.ts';

export interface Notification {
  readonly id: number;
  readonly type: number;
  readonly message: string;
  readonly reason: string;
  readonly thread_id: number;
  readonly read_at: string | null;
  readonly seen_at: string | null;
  readonly archived_at: string | null;
  readonly created_at: string;
  readonly actor: { id: number; first_name: string } | null;
  readonly notifiable: Readonly<Record<string, unknown>> | null;
}

export interface Issue {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly project_id: number;
  readonly lane_id: number;
}

let scenes = 0;

/** What a test needs of the tracker, made through its API: a title of its own tells its rows from other tests'. */
export class Scene {
  constructor(private readonly kendo: Kendo) {}

  get project(): Kendo['demo']['tenants'][number]['projects'][number] {
    const project = this.kendo.demo.tenants[0]?.projects[0];
    if (!project) throw new Error('The demo has no project.');
    return project;
  }

  idOf(handle: string, slug = 'acme'): number {
    const user = this.kendo.demo.tenants
      .find((tenant) => tenant.slug === slug)
      ?.users.find((one) => one.handle === handle);
    if (!user) throw new Error(`No ${handle} in ${slug}.`);
    return user.id;
  }

  async issue(creator: string, fields: Readonly<Record<string, unknown>> = {}): Promise<Issue> {
    const title = `Issue ${(scenes += 1)}`;
    const answer = await this.kendo
      .as(creator)
      .post<Issue>(`/api/projects/${this.project.id}/issues`, { title, ...fields });
    expect(answer.status).toBe(201);
    return answer.body;
  }

  async comment(author: string, issue: Issue, body = 'Looks good to me.'): Promise<void> {
    const path = `/api/projects/${issue.project_id}/issues/${issue.key}/comments`;
    expect((await this.kendo.as(author).post(path, { body })).status).toBe(201);
  }

  async change(person: string, issue: Issue, fields: Readonly<Record<string, unknown>>): Promise<void> {
    const path = `/api/projects/${issue.project_id}/issues/${issue.key}`;
    expect((await this.kendo.as(person).patch(path, fields)).status).toBe(200);
  }

  async watch(person: string, issue: Issue): Promise<void> {
    const path = `/api/projects/${issue.project_id}/issues/${issue.key}/watch`;
    expect((await this.kendo.as(person).post(path)).body).toEqual({ watching: true });
  }

  laneOf(issue: Issue, name: string): number {
    const lane = this.project.lanes.find((one) => one.name === name);
    if (!lane) throw new Error(`No lane ${name} for ${issue.key}.`);
    return lane.id;
  }

  /** A person's rows about one issue, newest first. */
  async rows(person: string, issue: Issue): Promise<Notification[]> {
    const { body } = await this.kendo.as(person).get<Notification[]>('/api/notifications?limit=200');
    return body.filter(({ notifiable }) => notifiable?.['type'] === 'issue' && notifiable['id'] === issue.id);
  }

  /** Waits until a person has so many rows about an issue. */
  async rowsWhen(person: string, issue: Issue, count: number): Promise<Notification[]> {
    return eventually(async () => {
      const rows = await this.rows(person, issue);
      expect(rows).toHaveLength(count);
      return rows;
    });
  }
}
