import type { Dialect } from '../dialects.ts';
import type { Answer, Client } from '../http-client.ts';

/** What a person sees of one issue, in words that every dialect has. */
export interface Seen {
  /** In this dialect: a row's, or a thread's. */
  readonly id: string;
  readonly issue: number;
  readonly archived: boolean;
}

/** A request that the dialect refuses. */
export interface Refused {
  readonly what: string;
  readonly status: number;
  readonly send: (client: Client) => Promise<Answer>;
}

/** One dialect, as the shared suite calls it. */
export interface Door {
  readonly name: string;
  readonly dialect: Dialect;
  /** A call that names one thing by its id, and changes nothing where that is not the caller's. */
  readonly touch: (client: Client, id: string) => Promise<Answer>;
  readonly refuses: readonly Refused[];
  /** Calls that carry a text in each place where a caller may put one. */
  readonly carry: (client: Client, text: string) => Promise<Answer>[];
}

/** A URL has no place for half of a surrogate pair. */
export function inUrl(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** A dialect through which an inbox is read and changed. */
export interface ReadingDoor extends Door {
  /** All that is the caller's, archived or not. */
  readonly list: (client: Client) => Promise<Seen[]>;
  readonly mark: (client: Client, ids: readonly string[], as: 'archived' | 'inbox') => Promise<Answer>;
}
