import { Module } from '@nestjs/common';
import { ErrorShapes } from '../../http/error-shapes.js';
import { TokenPlaces } from '../../http/token-places.js';
import { jsonApiError } from './json-api-error.js';
import { ProductiveDocuments } from './productive-documents.js';
import { ProductiveNotificationsController } from './productive-notifications.controller.js';

const PATHS = /^\/api\/v2\//;

/** Seed 003: `/api/v2/notifications`, threads as JSON:API resources. */
@Module({ controllers: [ProductiveNotificationsController], providers: [ProductiveDocuments] })
export class ProductiveDialectModule {
  constructor(shapes: ErrorShapes, places: TokenPlaces) {
    shapes.claim(PATHS, jsonApiError);
    places.claim(PATHS, 'x-auth-token', 'bearer');
  }
}
