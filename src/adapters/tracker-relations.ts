import { HostRelations } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';

/** The relations that the library joins: the accounts' table, and the tracker's view. */
@Injectable()
export class TrackerRelations extends HostRelations {
  readonly people = 'users';
  readonly readers = 'notification_readers';
}
