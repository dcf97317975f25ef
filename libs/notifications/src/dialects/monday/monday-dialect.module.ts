import { Module } from '@nestjs/common';
import { ErrorShapes } from '../../http/error-shapes.js';
import { MONDAY_PATH, mondayErrorShape } from './monday-error-shape.js';
import { MondayController } from './monday.controller.js';
import { NotificationSender } from './notification-sender.js';

/** Seeds 000 and 001: `POST /v2`. */
@Module({ controllers: [MondayController], providers: [NotificationSender] })
export class MondayDialectModule {
  constructor(shapes: ErrorShapes) {
    shapes.claim(MONDAY_PATH, mondayErrorShape);
  }
}
