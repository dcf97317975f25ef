import type { Answer } from './http-client.ts';

/** How a dialect says what each of them has to say. */
export interface Dialect {
  /** To who brings no token, and to who brings one that is not right here. */
  readonly noToken: Refusal;
  readonly wrongToken: Refusal;
  /** On the host of no tenant. */
  readonly noTenant: Refusal;
  /** To a method that a path does not have; 405 unless it says otherwise. */
  readonly noMethod?: number;
  /** The status that an answer means; not HTTP's own where a dialect answers 200 to everything. */
  readonly statusOf: (answer: Answer) => number;
  /** The sentence of an error's body; `undefined` of what is no error in this dialect's shape. */
  readonly messageOf: (body: unknown) => unknown;
}

/** A part of an answer. */
export interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

const unauthenticated: Refusal = { status: 401, body: { message: 'Unauthenticated.' } };

/** Seed 004, and the tracker's own API. */
export const NATIVE: Dialect = {
  noToken: unauthenticated,
  wrongToken: unauthenticated,
  noTenant: { status: 404, body: { message: 'Not found.' } },
  statusOf: ({ status }) => status,
  messageOf: (body) => (body as { message?: unknown }).message,
};

/** Of monday's answers. */
interface Told {
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly status_code: number };
  }[];
}

const mondays = (message: string, code: string, status: number): Refusal => ({
  status,
  body: { errors: [{ message, locations: [], path: [], extensions: { code, status_code: status } }] },
});
const notAuthenticated = mondays('Not authenticated', 'NOT_AUTHENTICATED', 401);

/** Seeds 000 and 001. */
export const MONDAY: Dialect = {
  noToken: notAuthenticated,
  wrongToken: notAuthenticated,
  noTenant: mondays('Not found.', 'ResourceNotFoundException', 404),
  statusOf: ({ status, body }) => (body as Told).errors?.[0]?.extensions.status_code ?? status,
  messageOf: (body) => (body as Told).errors?.[0]?.message,
};

const jsonApi = (status: number, title: string, detail: string): Refusal => ({
  status,
  body: { errors: [{ status: String(status), title, detail }] },
});
const unauthorized = jsonApi(401, 'Unauthorized', 'Unauthenticated.');

/** Seed 003: the error objects of JSON:API. */
export const PRODUCTIVE: Dialect = {
  noToken: unauthorized,
  wrongToken: unauthorized,
  noTenant: jsonApi(404, 'Not Found', 'Not found.'),
  statusOf: ({ status }) => status,
  messageOf: (body) => (body as { errors?: { detail?: unknown }[] }).errors?.[0]?.detail,
};

const directus = (status: number, code: string): Refusal => ({
  status,
  body: { errors: [{ extensions: { code } }] },
});

/** Seed 002: who brings no token is merely not let in. */
export const DIRECTUS: Dialect = {
  noToken: directus(403, 'FORBIDDEN'),
  wrongToken: directus(401, 'INVALID_CREDENTIALS'),
  noTenant: directus(404, 'ROUTE_NOT_FOUND'),
  noMethod: 404,
  statusOf: ({ status }) => status,
  messageOf: (body) => (body as { errors?: { message?: unknown }[] }).errors?.[0]?.message,
};

const MEANT: Readonly<Record<string, number>> = { FORBIDDEN: 403, INVALID_CREDENTIALS: 401 };

/** What fails in a document's fields is told in a 200, by its code. */
export const DIRECTUS_GRAPHQL: Dialect = {
  ...DIRECTUS,
  statusOf: ({ status, body }) => {
    const [error] = (body as { errors?: { extensions: { code: string } }[] }).errors ?? [];
    return status !== 200 || !error ? status : (MEANT[error.extensions.code] ?? 400);
  },
};
