import type { InboxItem } from './inbox-item.js';

/** One target in a person's inbox, told of all its rows; `Thread` tells of those that are not archived. */
export interface WholeThread {
  readonly id: number;
  readonly important: boolean;
  readonly mention: boolean;
  /** All of its rows are archived. */
  readonly dismissed: boolean;
  /** Nothing in the inbox is unread; of a dismissed thread, nothing in the archive. */
  readonly read: boolean;
  /** Of those that are not archived; at most `COUNT_CAP`. */
  readonly unread: number;
  /** The oldest of them. */
  readonly firstUnreadId: number | null;
  readonly lastActionAt: Date;
  readonly newest: InboxItem;
  /** The text of the newest comment. */
  readonly comment: string | null;
}

/** What is left out matches everything; a list matches any of its values. */
export interface ThreadFilter {
  readonly ids?: readonly number[] | undefined;
  /** Of targets, in lower case. */
  readonly types?: readonly string[] | undefined;
  readonly projectIds?: readonly number[] | undefined;
  /** The last action came earlier than this, or later than that. */
  readonly before?: Date | undefined;
  readonly after?: Date | undefined;
  readonly dismissed?: boolean | undefined;
  readonly important?: boolean | undefined;
}

export interface ThreadQuery {
  readonly filter: ThreadFilter;
  /** By the last action: the latest first unless it says otherwise. */
  readonly earliestFirst?: boolean;
  readonly limit: number;
  readonly offset: number;
}
