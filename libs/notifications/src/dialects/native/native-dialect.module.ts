import { Module } from '@nestjs/common';
import { NativeNotificationsController } from './native-notifications.controller.js';
import { NativePreferencesController } from './native-preferences.controller.js';
import { NativeWatchController } from './native-watch.controller.js';

/** Seed 004: `/api/notifications`, the watch toggles, and the preferences. */
@Module({
  controllers: [NativeNotificationsController, NativeWatchController, NativePreferencesController],
})
export class NativeDialectModule {}
