import { CreateDatabaseRoles1700000000000 } from './migrations/1700000000000-create-database-roles.js';
import { CreateNotifications1700000001000 } from './migrations/1700000001000-create-notifications.js';
import { CreateDeliveriesAndChoices1700000001500 } from './migrations/1700000001500-create-deliveries-and-choices.js';
import { CreateDueWork1700000002000 } from './migrations/1700000002000-create-due-work.js';
import { CreateChannelDeliveries1700000003000 } from './migrations/1700000003000-create-channel-deliveries.js';
import { CreatePeopleVersions1700000003500 } from './migrations/1700000003500-create-people-versions.js';
import { IndexDeadEvents1700000003800 } from './migrations/1700000003800-index-dead-events.js';
import { CreateBacklog1700000004000 } from './migrations/1700000004000-create-backlog.js';
import { LetRowsBeRewritten1700000005000 } from './migrations/1700000005000-let-rows-be-rewritten.js';
import { IndexWholeThreads1700000006000 } from './migrations/1700000006000-index-whole-threads.js';

/** For the host's own data source, before the host's migrations. */
export const NOTIFICATION_MIGRATIONS = [
  CreateDatabaseRoles1700000000000,
  CreateNotifications1700000001000,
  CreateDeliveriesAndChoices1700000001500,
  CreateDueWork1700000002000,
  CreateChannelDeliveries1700000003000,
  CreatePeopleVersions1700000003500,
  IndexDeadEvents1700000003800,
  CreateBacklog1700000004000,
  LetRowsBeRewritten1700000005000,
  IndexWholeThreads1700000006000,
];
