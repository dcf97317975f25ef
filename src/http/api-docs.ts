import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Settings } from '../config/settings.js';
import { tenantUrl } from '../tenancy/tenant-host.js';
import { withErrors } from './api-errors.js';
import { withExamples } from './api-examples.js';
import { withIntegers } from './api-integers.js';
import EXAMPLES from './api-examples.json' with { type: 'json' };

/** OpenAPI at `/docs-json`, for people at `/docs` and, while there is no page of its own, at `/`. */
export function serveApiDocs(app: NestFastifyApplication, settings: Settings): void {
  const outline = new DocumentBuilder()
    .setTitle('Kendo')
    .setDescription('A small multi-tenant issue tracker and its notifications.')
    .setVersion('1')
    .addServer('/', 'The tenant of this host')
    .addServer(tenantUrl('{tenant}', settings), 'A tenant', { tenant: { default: 'acme' } })
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: '<id>|<secret>' })
    .build();
  app
    .getHttpAdapter()
    .getInstance()
    .get('/', (_request, reply) => reply.redirect('/docs'));
  const describe = () =>
    withExamples(withErrors(withIntegers(SwaggerModule.createDocument(app, outline))), EXAMPLES);
  SwaggerModule.setup('docs', app, describe, { raw: ['json'] });
}
