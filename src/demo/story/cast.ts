import type { DemoProjectEntry, DemoTenantEntry, DemoUserEntry, NamedEntry } from '../demo-file.js';

export type TenantContent = Pick<DemoTenantEntry, 'users' | 'service_token' | 'projects' | 'teams'>;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Whom and what a story names: by handle, by prefix, by name, by days before now. */
export class Cast {
  private readonly now = Date.now();

  constructor(private readonly content: TenantContent) {}

  user(handle: string): DemoUserEntry {
    return the(this.content.users, (user) => user.handle === handle);
  }

  userWithId(id: number): DemoUserEntry {
    return the(this.content.users, (user) => user.id === id);
  }

  project(prefix: string): DemoProjectEntry {
    return the(this.content.projects, (project) => project.prefix === prefix);
  }

  team(name: string): NamedEntry {
    return the(this.content.teams, (team) => team.name === name);
  }

  time(daysAgo: number): Date {
    return new Date(this.now - daysAgo * DAY_MS);
  }
}

/** What a story names is there, or the story is wrong. */
export function the<Thing>(things: readonly Thing[], isMeant: (thing: Thing) => boolean): Thing {
  const thing = things.find(isMeant);
  if (!thing) throw new Error('A story of the demo names what the demo does not have.');
  return thing;
}
