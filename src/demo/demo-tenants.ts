/** What the demo holds, as data. The first member of a project owns it. */
export interface DemoTenant {
  readonly slug: string;
  readonly name: string;
  readonly people: readonly DemoPerson[];
  readonly project: { readonly name: string; readonly prefix: string; readonly members: readonly string[] };
  readonly teams: readonly string[];
}

export interface DemoPerson {
  readonly handle: string;
  readonly name: readonly [first: string, last: string];
  readonly role: keyof typeof DEMO_ROLES;
}

export const DEMO_ROLES = {
  admin: { admin: true, permissions: [] },
  member: {
    admin: false,
    permissions: [
      'issues.read',
      'issues.write',
      'reports.read',
      'reports.write',
      'notifications.update',
      'notifications.delete',
    ],
  },
  viewer: { admin: false, permissions: ['issues.read', 'reports.read'] },
} as const;

export const DEMO_TENANTS: readonly DemoTenant[] = [
  {
    slug: 'acme',
    name: 'Acme',
    people: [
      { handle: 'alice', name: ['Alice', 'Johnson'], role: 'admin' },
      { handle: 'bob', name: ['Bob', 'Smith'], role: 'member' },
      { handle: 'carol', name: ['Carol', 'Davis'], role: 'member' },
      { handle: 'dave', name: ['Dave', 'Miller'], role: 'viewer' },
      { handle: 'erin', name: ['Erin', 'Stone'], role: 'member' },
    ],
    project: { name: 'Mobile App', prefix: 'KD', members: ['alice', 'bob', 'carol', 'dave'] },
    teams: ['Data'],
  },
  {
    slug: 'globex',
    name: 'Globex',
    people: [
      { handle: 'gina', name: ['Gina', 'Rossi'], role: 'admin' },
      { handle: 'hugo', name: ['Hugo', 'Weber'], role: 'member' },
    ],
    project: { name: 'Back Office', prefix: 'KD', members: ['gina', 'hugo'] },
    teams: [],
  },
];
