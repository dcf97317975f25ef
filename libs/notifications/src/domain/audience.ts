/** Why somebody gets a notification. Together with the event it decides type, wording and mail flag. */
export type Reason = 'mentioned' | 'assigned' | 'unassigned' | 'added' | 'watching' | 'direct' | 'named';

export type WatchedType = 'issue' | 'reports';

/** Who an event reaches, before the actor and those who may not read the subject are taken out. */
export interface Audience {
  readonly named?: readonly NamedRecipient[];
  /** The watchers of an issue, or of a project's reports (then `id` is the project's). */
  readonly watchersOf?: { readonly type: WatchedType; readonly id: number };
}

export interface NamedRecipient {
  readonly userId: number;
  readonly reason: Reason;
}
