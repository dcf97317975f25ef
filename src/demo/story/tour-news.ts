import type { AppTells, News } from './story.js';

const deploy = (daysAgo: number, release: string, message: string): AppTells => ({
  kind: 'app tells',
  daysAgo,
  by: 'Deploy Bot',
  type: 'deploy.finished',
  project: 'WEB',
  message,
  about: {
    type: 'service',
    id: 'web-app',
    title: 'Web App',
    url: `https://deploys.example/web-app/${release}`,
  },
});

const incident = (daysAgo: number, type: string, message: string): AppTells => ({
  kind: 'app tells',
  daysAgo,
  by: 'Watchtower',
  type,
  project: 'BKG',
  message,
  about: {
    type: 'incident',
    id: '318',
    title: 'Payments are slow',
    url: 'https://watchtower.example/incidents/318',
  },
  important: true,
});

/** What the people of the tenant `tour` heard beside their issues. */
export const TOUR_NEWS: readonly News[] = [
  { kind: 'joins project', daysAgo: 20.9, by: 'omar', who: 'tess', project: 'WEB' },
  { kind: 'joins project', daysAgo: 20.8, by: 'omar', who: 'sam', project: 'WEB' },
  { kind: 'joins team', daysAgo: 12.9, by: 'priya', who: 'tess', team: 'On call' },
  { kind: 'joins team', daysAgo: 12.9, by: 'priya', who: 'lena', team: 'On call' },
  {
    kind: 'writes report',
    daysAgo: 15.9,
    by: 'priya',
    project: 'BKG',
    title: 'Bookings, first week',
    body: '1,904 bookings, 61 of them cancelled. Night trains do best.',
  },
  {
    kind: 'writes report',
    daysAgo: 8.9,
    by: 'priya',
    project: 'BKG',
    title: 'Bookings, second week',
    body: '2,117 bookings, 58 of them cancelled. The first school is among them.',
  },
  {
    kind: 'writes report',
    daysAgo: 1.9,
    by: 'lena',
    project: 'BKG',
    title: 'What cancellations cost us',
    body: 'Mostly seats that were given back too late. Since the change: next to nothing.',
  },
  deploy(14.0, '4.1.0', 'Web App 4.1.0 is live: searches can be shared'),
  deploy(7.6, '4.2.0', 'Web App 4.2.0 is live: groups of up to 60'),
  deploy(2.0, '4.2.1', 'Web App 4.2.1 is live: the week begins where you live'),
  incident(3.6, 'incident.opened', 'Payments take longer than 5 seconds'),
  incident(3.5, 'incident.closed', 'Payments are back to normal after 2 hours'),
  {
    kind: 'writes message',
    daysAgo: 0.7,
    by: 'lena',
    to: 'tess',
    message: 'Lunch on Thursday, to celebrate the school?',
    text: 'The place by the canal has a table for eight at half past twelve. Priya brings the letters.',
  },
];
