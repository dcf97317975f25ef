import { CreateTracker1700000200000 } from './migrations/1700000200000-create-tracker.js';
import { CreateNotificationReaders1700000201000 } from './migrations/1700000201000-create-notification-readers.js';

/** After the library's and the accounts' migrations. */
export const TRACKER_MIGRATIONS = [CreateTracker1700000200000, CreateNotificationReaders1700000201000];
