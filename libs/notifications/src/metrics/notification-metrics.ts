import type { WorkKind } from '../domain/work-queue.js';

/** Why a delivery that was wanted when its event was fanned out was not wanted any more. */
export const CLOSED_REASONS = [
  'deleted',
  'read',
  'person_gone',
  'mail_off',
  'flag_off',
  'no_address',
] as const;
/** Why a try is made again: no mail can leave, the other side did not take this one, or it could not be written. */
export const FAILED_REASONS = ['way', 'passing', 'unwritable'] as const;
/** Why a delivery is a dead letter: the other side will never take it, or it was tried enough. */
export const DEAD_REASONS = ['refused', 'given_up'] as const;

export type ClosedReason = (typeof CLOSED_REASONS)[number];
export type FailedReason = (typeof FAILED_REASONS)[number];
export type DeadReason = (typeof DEAD_REASONS)[number];

/** What one transaction of the fan-out did. */
export interface FannedOut {
  /** In seconds, from the record to the last of its recipients: one for each event that it finished. */
  readonly lags: readonly number[];
  readonly inboxRows: number;
}

/**
 * What a host may measure (a port): told of what this process does, of events once they are on record and of
 * deliveries as they go, by `mail` or another channel. Nothing here names a tenant. It must neither throw nor wait.
 */
export abstract class NotificationMetrics {
  abstract eventsRecorded(count: number): void;
  abstract fannedOut(done: FannedOut): void;
  abstract eventDied(): void;
  abstract sent(channel: string): void;
  abstract closed(channel: string, reason: ClosedReason): void;
  abstract failed(channel: string, reason: FailedReason): void;
  abstract died(channel: string, reason: DeadReason): void;
  /** No mail can leave, until one gets through. */
  abstract mailPaused(isPaused: boolean): void;
  /** A piece of work, one of a tenant's chunks or batches. */
  abstract workBegan(kind: WorkKind): void;
  abstract workEnded(kind: WorkKind): void;
}
