import type { HttpRequest } from './platform.js';

/** Where a dialect's clients put their token. `bearer` is RFC 6750's header, `bare` is the header without a scheme. */
export type TokenPlace = 'bearer' | 'bare' | 'x-auth-token' | 'access_token';

type Request = Pick<HttpRequest, 'headers' | 'query'>;

const BEARER = /^Bearer +(.*)$/i;

/** The first token found, as it was written; the host's guard judges it. */
export function presentedToken(request: Request, places: readonly TokenPlace[]): string | undefined {
  for (const place of places) {
    const token = LOOK[place](request);
    if (token !== undefined) return token;
  }
  return undefined;
}

const LOOK: Readonly<Record<TokenPlace, (request: Request) => string | undefined>> = {
  bearer: (request) => BEARER.exec(header(request, 'authorization') ?? '')?.[1],
  bare: (request) => header(request, 'authorization'),
  'x-auth-token': (request) => header(request, 'x-auth-token'),
  access_token: ({ query }) => {
    const { access_token: token } = (query ?? {}) as Readonly<Record<string, unknown>>;
    return typeof token === 'string' ? token : undefined;
  },
};

function header({ headers }: Request, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
