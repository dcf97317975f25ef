import type { Mailbox } from './mailbox.js';

/** What a host decides about its mail; a Nest token of its own. */
export abstract class MailOptions {
  /** The address that every mail comes from, and the name that stands there unless an app sent it. */
  abstract readonly from: Mailbox;
}
