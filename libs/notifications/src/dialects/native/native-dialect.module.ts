import { Module } from '@nestjs/common';
import { hostPort } from '../../ports/host-port.js';
import { portCheck } from '../../ports/port-check.js';
import { NativeNotificationsController } from './native-notifications.controller.js';
import { NativePreferencesController } from './native-preferences.controller.js';
import { NativeWatchController } from './native-watch.controller.js';
import { Profiles } from './profiles.js';
import { Watchables } from './watchables.js';

const PORTS = [Profiles, Watchables].map((port) => hostPort('NativeDialectModule', port));

/** The inbox of seed 004 alone, `/api/notifications`, for a host with nothing to watch. */
@Module({ controllers: [NativeNotificationsController] })
export class NativeInboxModule {}

/** All of seed 004: the inbox, the watch toggles, and the preferences. */
@Module({
  imports: [NativeInboxModule],
  providers: [portCheck(PORTS)],
  controllers: [NativeWatchController, NativePreferencesController],
})
export class NativeDialectModule {}
