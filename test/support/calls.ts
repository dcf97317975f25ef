import type { Answer, Client } from './http-client.ts';
import { ROUTES } from './routes.ts';
import type { Things } from './things.ts';

/** A request that is about to be sent. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Where a route names something by id. */
export interface Place {
  readonly of: 'path' | 'body';
  readonly field: string;
  readonly kind: keyof Things;
}

const PARAMETERS: Readonly<Record<string, keyof Things>> = {
  project: 'project',
  issue: 'issue',
  user: 'user',
  userId: 'user',
  report: 'report',
  team: 'team',
};

export function placesOf(name: string): Place[] {
  const parameters = [...name.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field);
  return [
    ...parameters.flatMap((field): Place[] => {
      const kind = PARAMETERS[field];
      return kind ? [{ of: 'path', field, kind }] : [];
    }),
    ...Object.entries(ROUTES[name]?.ids ?? {}).map(([field, kind]): Place => ({ of: 'body', field, kind })),
  ];
}

/** A right call of the route, but for one place, which names something else; lists name it beside the right one. */
export function callOf(name: string, things: Things, place?: Place, other?: Things): Call {
  const [method = '', pattern = ''] = name.split(' ');
  const path = pattern.replace(/\{(\w+)\}/g, (_, field: string) => {
    const from = place?.of === 'path' && place.field === field && other ? other : things;
    const kind = PARAMETERS[field];
    return String(kind ? from[kind] : 'none');
  });
  const body = ROUTES[name]?.body?.(things);
  if (place?.of !== 'body' || !other) return { method, path, body };
  const right = body?.[place.field];
  const value = other[place.kind];
  return {
    method,
    path,
    body: { ...body, [place.field]: Array.isArray(right) ? [...(right as unknown[]), value] : value },
  };
}

export function send<Body>(client: Client, { method, path, body }: Call): Promise<Answer<Body>> {
  return client.send<Body>(method, path, body);
}

const OF_THE_MOMENT = /^(date|x-request-id|x-ratelimit-.*|connection|keep-alive)$/;

/** All of an answer by which two could be told apart, but for what no two have in common. */
export function comparable({ status, headers, body }: Answer): unknown {
  return {
    status,
    body,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.test(name))),
  };
}
