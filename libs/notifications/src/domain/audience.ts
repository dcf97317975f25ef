/** Why somebody gets a notification, the highest first. Together with the event it decides type, wording and mail flag. */
export const REASONS = [
  'mentioned',
  'assigned',
  'unassigned',
  'direct',
  'added',
  'named',
  'watching',
] as const;

export type Reason = (typeof REASONS)[number];

/** Within one event a person gets one row, for the highest of their reasons. Smaller comes first. */
export function rankOf(reason: Reason): number {
  return REASONS.indexOf(reason);
}

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
