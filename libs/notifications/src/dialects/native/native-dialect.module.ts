import { Module } from '@nestjs/common';
import { NativeNotificationsController } from './native-notifications.controller.js';
import { NativePreferencesController } from './native-preferences.controller.js';
import { NativeWatchController } from './native-watch.controller.js';

/** The inbox of seed 004 alone, `/api/notifications`, for a host with nothing to watch. */
@Module({ controllers: [NativeNotificationsController] })
export class NativeInboxModule {}

/** All of seed 004: the inbox, the watch toggles, and the preferences. */
@Module({
  imports: [NativeInboxModule],
  controllers: [NativeWatchController, NativePreferencesController],
})
export class NativeDialectModule {}
