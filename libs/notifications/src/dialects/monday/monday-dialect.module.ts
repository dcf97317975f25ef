import { type DynamicModule, Module } from '@nestjs/common';
import { ErrorShapes } from '../../http/error-shapes.js';
import { TokenPlaces } from '../../http/token-places.js';
import { MONDAY_PATH, mondayErrorShape } from './monday-error-shape.js';
import { MondayController } from './monday.controller.js';
import { MondayTargets, TRACKER_TARGETS } from './monday-targets.js';
import { NotificationSender } from './notification-sender.js';

/** Seeds 000 and 001: `POST /v2`. */
@Module({
  controllers: [MondayController],
  providers: [NotificationSender, { provide: MondayTargets, useValue: TRACKER_TARGETS }],
})
export class MondayDialectModule {
  /** For a host whose subjects are others: `{ project: ['book'], post: ['review'] }`. */
  static with(targets: MondayTargets): DynamicModule {
    return { module: MondayDialectModule, providers: [{ provide: MondayTargets, useValue: targets }] };
  }

  constructor(shapes: ErrorShapes, places: TokenPlaces) {
    shapes.claim(MONDAY_PATH, mondayErrorShape);
    places.claim(MONDAY_PATH, 'bearer', 'bare');
  }
}
