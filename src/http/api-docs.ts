import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Settings } from '../config/settings.js';
import { tenantUrl } from '../tenancy/tenant-host.js';

/** OpenAPI at `/docs-json`, for people at `/docs`; made when it is first asked for. */
export function serveApiDocs(app: INestApplication, settings: Settings): void {
  const outline = new DocumentBuilder()
    .setTitle('Kendo')
    .setDescription('A small multi-tenant issue tracker and its notifications.')
    .setVersion('1')
    .addServer('/', 'The tenant of this host')
    .addServer(tenantUrl('{tenant}', settings), 'A tenant', { tenant: { default: 'acme' } })
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: '<id>|<secret>' })
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, outline), { raw: ['json'] });
}
