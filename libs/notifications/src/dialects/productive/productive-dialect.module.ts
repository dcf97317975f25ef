import { Module } from '@nestjs/common';
import { ErrorShapes } from '../../http/error-shapes.js';
import { jsonApiError } from './json-api-error.js';
import { ProductiveDocuments } from './productive-documents.js';
import { ProductiveNotificationsController } from './productive-notifications.controller.js';

/** Seed 003: `/api/v2/notifications`, threads as JSON:API resources. */
@Module({ controllers: [ProductiveNotificationsController], providers: [ProductiveDocuments] })
export class ProductiveDialectModule {
  constructor(shapes: ErrorShapes) {
    shapes.claim(/^\/api\/v2\//, jsonApiError);
  }
}
