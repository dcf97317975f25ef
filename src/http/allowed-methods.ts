import { pathOf } from '@kendo/notifications';
import { MethodNotAllowedException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/**
 * A path that is there under other methods names them: to OPTIONS in a 200, to any other method in a 405. It must be
 * called before routes are made.
 */
export function refuseOtherMethods(server: FastifyInstance): void {
  const routes = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    const route = routes.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    for (const name of [method].flat()) route.methods.add(name);
    routes.set(url, route);
  });
  server.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const path = pathOf(request.url) || '/';
    const methods = [...routes.values()].flatMap((route) =>
      route.pattern.test(path) ? [...route.methods] : [],
    );
    if (methods.length === 0) return;
    const allowed = [...new Set(methods)].sort().join(', ');
    reply.header('allow', allowed);
    if (request.method === 'OPTIONS') return reply.send();
    throw new MethodNotAllowedException(
      `The ${request.method} method is not supported for route ${path.slice(1)}. Supported methods: ${allowed}.`,
    );
  });
}

/** `/api/users/:user` as an expression; a `*` at the end is the rest of the path. */
function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    return part === '*' ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
