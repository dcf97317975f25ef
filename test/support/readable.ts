import type { Kendo } from './kendo.ts';
import type { Client } from './http-client.ts';

type Readable = Record<string, unknown>;
type Named = { readonly id: number; readonly key?: string };

const OWN = [
  '/api/notifications?limit=200',
  '/api/notifications?limit=200&archived=1',
  '/api/notifications/counts',
  '/api/notifications/threads?limit=200',
  '/api/profile',
];

/** All that the people of all tenants can read: each their own, and an admin the tenant's. */
export async function readableIn(kendo: Kendo): Promise<Readable> {
  const all: Readable = {};
  for (const { slug, users } of kendo.demo.tenants) {
    for (const { handle, role } of users) {
      const client = kendo.as(handle, slug);
      const own = await readAll(client, OWN);
      all[`${slug} ${handle}`] = role === 'admin' ? { ...own, ...(await tenantOf(client)) } : own;
    }
  }
  return all;
}

async function tenantOf(admin: Client): Promise<Readable> {
  const all = await readAll(admin, ['/api/users', '/api/projects', '/api/teams']);
  for (const { id } of all['/api/teams'] as Named[]) {
    Object.assign(all, await readAll(admin, [`/api/teams/${id}/members`]));
  }
  for (const { id } of all['/api/projects'] as Named[]) {
    const project = `/api/projects/${id}`;
    const parts = ['lanes', 'members', 'issues', 'reports'].map((part) => `${project}/${part}`);
    Object.assign(all, await readAll(admin, parts));
    const issues = (all[`${project}/issues`] as Named[]).map(({ key }) => `${project}/issues/${key}`);
    const ofIssues = issues.flatMap((issue) => [`${issue}/comments`, `${issue}/watch`]);
    Object.assign(all, await readAll(admin, ofIssues));
  }
  return all;
}

async function readAll(client: Client, paths: readonly string[]): Promise<Readable> {
  const answers = paths.map(async (path) => [path, (await client.get(path)).body] as const);
  return Object.fromEntries(await Promise.all(answers));
}
