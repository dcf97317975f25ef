import type { DefaultRole } from '../accounts/default-roles.js';
import type { Story } from './story/story.js';
import { TOUR_ISSUES } from './story/tour-issues.js';
import { TOUR_NEWS } from './story/tour-news.js';

/** What the demo holds, as data. */
export interface DemoTenant {
  readonly slug: string;
  readonly name: string;
  readonly colour: string;
  readonly people: readonly DemoPerson[];
  readonly projects: readonly DemoProject[];
  readonly teams: readonly DemoTeam[];
  /** Without one, every inbox starts empty. */
  readonly story?: Story;
}

/** The first member owns it. */
export interface DemoProject {
  readonly name: string;
  readonly prefix: string;
  readonly members: readonly string[];
}

export interface DemoTeam {
  readonly name: string;
  readonly members: readonly string[];
}

export interface DemoPerson {
  readonly handle: string;
  readonly name: readonly [first: string, last: string];
  readonly role: DefaultRole;
}

export const DEMO_TENANTS: readonly DemoTenant[] = [
  {
    slug: 'acme',
    name: 'Acme',
    colour: '#4f46e5',
    people: [
      { handle: 'alice', name: ['Alice', 'Johnson'], role: 'admin' },
      { handle: 'bob', name: ['Bob', 'Smith'], role: 'member' },
      { handle: 'carol', name: ['Carol', 'Davis'], role: 'member' },
      { handle: 'dave', name: ['Dave', 'Miller'], role: 'viewer' },
      { handle: 'erin', name: ['Erin', 'Stone'], role: 'member' },
    ],
    projects: [{ name: 'Mobile App', prefix: 'KD', members: ['alice', 'bob', 'carol', 'dave'] }],
    teams: [{ name: 'Data', members: [] }],
  },
  {
    slug: 'globex',
    name: 'Globex',
    colour: '#0e7490',
    people: [
      { handle: 'gina', name: ['Gina', 'Rossi'], role: 'admin' },
      { handle: 'hugo', name: ['Hugo', 'Weber'], role: 'member' },
    ],
    projects: [{ name: 'Back Office', prefix: 'KD', members: ['gina', 'hugo'] }],
    teams: [],
  },
  {
    slug: 'tour',
    name: 'Wayfare',
    colour: '#c2410c',
    people: [
      { handle: 'tess', name: ['Tess', 'Lindqvist'], role: 'member' },
      { handle: 'omar', name: ['Omar', 'Haddad'], role: 'admin' },
      { handle: 'priya', name: ['Priya', 'Raman'], role: 'member' },
      { handle: 'lena', name: ['Lena', 'Vogel'], role: 'member' },
      { handle: 'yuki', name: ['Yuki', 'Tanaka'], role: 'member' },
      { handle: 'sam', name: ['Sam', 'de Boer'], role: 'member' },
    ],
    projects: [
      { name: 'Web App', prefix: 'WEB', members: ['omar', 'tess', 'lena', 'yuki', 'sam'] },
      { name: 'Bookings', prefix: 'BKG', members: ['tess', 'omar', 'priya', 'lena'] },
    ],
    teams: [{ name: 'On call', members: ['priya', 'tess', 'lena'] }],
    story: { issues: TOUR_ISSUES, news: TOUR_NEWS },
  },
];
