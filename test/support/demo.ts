import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `demo.json`, as the server writes it once the demo is seeded. */
export interface Demo {
  readonly tenants: readonly DemoTenant[];
  readonly mail_dir: string;
}

export interface DemoTenant {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  readonly users: readonly DemoUser[];
  readonly service_token: string;
  readonly projects: readonly DemoProject[];
  readonly teams: readonly Named[];
}

export interface DemoUser {
  readonly id: number;
  readonly uuid: string;
  readonly handle: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly token: string;
}

export interface DemoProject extends Named {
  readonly prefix: string;
  readonly lanes: readonly Named[];
  readonly members: readonly string[];
}

interface Named {
  readonly id: number;
  readonly name: string;
}

export async function readDemo(dataDir: string): Promise<Demo> {
  return JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')) as Demo;
}

export function tenantOf(demo: Demo, slug: string): DemoTenant {
  const tenant = demo.tenants.find((one) => one.slug === slug);
  if (!tenant) throw new Error(`The demo has no tenant ${slug}.`);
  return tenant;
}

export function userOf(demo: Demo, slug: string, handle: string): DemoUser {
  const user = tenantOf(demo, slug).users.find((one) => one.handle === handle);
  if (!user) throw new Error(`The demo has no ${handle} in ${slug}.`);
  return user;
}
