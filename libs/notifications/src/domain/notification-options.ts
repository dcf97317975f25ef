/** What a host decides about the module as a whole; a Nest token of its own. */
export abstract class NotificationOptions {
  /** Whether this process fans out and mails; a pure web process leaves it to workers. */
  abstract readonly delivers: boolean;
}
