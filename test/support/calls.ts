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
  /** In the body the way to it, such as `variables.user_id`. */
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
  role: 'unusedRole',
  token: 'token',
};

export function placesOf(name: string): Place[] {
  const parameters = [...name.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field);
  return [
    ...parameters.flatMap((field): Place[] => {
      const kind = kindOf(name, field);
      return kind ? [{ of: 'path', field, kind }] : [];
    }),
    ...Object.entries(ROUTES[name]?.ids ?? {}).map(([field, kind]): Place => ({ of: 'body', field, kind })),
  ];
}

function kindOf(name: string, parameter: string): keyof Things | undefined {
  return ROUTES[name]?.parameters?.[parameter] ?? PARAMETERS[parameter];
}

/** A right call of the route, but for one place, which names something else; lists name it beside the right one. */
export function callOf(name: string, things: Things, place?: Place, other?: Things): Call {
  const [method = '', pattern = ''] = name.split(' ');
  const path = pattern.replace(/\{(\w+)\}/g, (_, field: string) => {
    const from = place?.of === 'path' && place.field === field && other ? other : things;
    const kind = kindOf(name, field);
    return String(kind ? from[kind] : 'none');
  });
  const body = ROUTES[name]?.body?.(things);
  if (place?.of !== 'body' || !other) return { method, path, body };
  return { method, path, body: withOther(body, place.field.split('.'), other[place.kind]) };
}

function withOther(body: unknown, [key, ...way]: readonly string[], other: unknown): unknown {
  if (key === undefined) return Array.isArray(body) ? [...(body as unknown[]), other] : other;
  if (Array.isArray(body)) {
    return (body as unknown[]).with(Number(key), withOther(body[Number(key)], way, other));
  }
  const parts = body as Readonly<Record<string, unknown>>;
  return { ...parts, [key]: withOther(parts[key], way, other) };
}

export function send<Body>(client: Client, { method, path, body }: Call): Promise<Answer<Body>> {
  return client.send<Body>(method, path, body);
}

const OF_THE_MOMENT = /^(date|x-request-id|(x-)?ratelimit.*|connection|keep-alive)$/;

/** All of an answer by which two could be told apart, but for what no two have in common. */
export function comparable({ status, headers, body }: Answer): unknown {
  const requestId = String(headers['x-request-id']);
  return {
    status,
    body: JSON.parse(JSON.stringify(body).replaceAll(requestId, 'the request')) as unknown,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.test(name))),
  };
}
