import { Module } from '@nestjs/common';
import { hostPort, HostPorts } from '../../ports/host-ports.js';
import { NativeNotificationsController } from './native-notifications.controller.js';
import { NativePreferencesController } from './native-preferences.controller.js';
import { NativeWatchController } from './native-watch.controller.js';
import { Profiles } from './profiles.js';
import { Watchables } from './watchables.js';

const PORTS = [Profiles, Watchables].map((port) => hostPort('NativeDialectModule', port));

/** Seed 004: `/api/notifications`, the watch toggles, and the preferences. */
@Module({
  imports: [HostPorts.of(PORTS)],
  providers: HostPorts.providers(PORTS),
  controllers: [NativeNotificationsController, NativeWatchController, NativePreferencesController],
})
export class NativeDialectModule {}
