import type { ClosedReason, DeadReason } from '../metrics/notification-metrics.js';
import type { DueMail } from './due-mail.js';
import { oneLine } from './one-line.js';
import { retryAfter } from './retry-policy.js';

/** What the `state` of a delivery may be. */
export const DUE = 0;
export const SENT = 1;
export const CLOSED = 2;
export const DEAD = 3;

const ANSWER_LENGTH = 500;

/** A delivery, as far as its outcome is concerned. */
export type Held = Pick<DueMail, 'notificationId' | 'attempts'>;

/** What became of a claimed delivery, in the words of its table. */
export interface DeliveryOutcome {
  readonly notification_id: number;
  readonly state: number;
  /** Whether it cost an attempt. */
  readonly attempts: 0 | 1;
  /** Seconds until a delivery that stays due is tried again. */
  readonly delay: number;
  readonly closed_because: ClosedReason | DeadReason | null;
  /** What the other side said; `null` keeps what it said before. */
  readonly last_answer: string | null;
}

const UNTRIED = { attempts: 0, delay: 0, closed_because: null, last_answer: null } as const;

export function sent({ notificationId }: Held, answer: string): DeliveryOutcome {
  return {
    ...UNTRIED,
    notification_id: notificationId,
    state: SENT,
    attempts: 1,
    last_answer: short(answer),
  };
}

export function closed({ notificationId }: Held, because: ClosedReason): DeliveryOutcome {
  return { ...UNTRIED, notification_id: notificationId, state: CLOSED, closed_because: because };
}

/** Due again without having lost anything. */
export function released({ notificationId }: Held, delay = 0): DeliveryOutcome {
  return { ...UNTRIED, notification_id: notificationId, state: DUE, delay };
}

export function refused({ notificationId }: Held, failure: Error): DeliveryOutcome {
  return dead(notificationId, 'refused', failure.message);
}

/** Tried again when the policy says so, or a dead letter when it was tried enough. */
export function failed({ notificationId, attempts }: Held, error: Error): DeliveryOutcome {
  const delay = retryAfter(attempts + 1);
  if (delay === null) return dead(notificationId, 'given_up', error.message);
  const last_answer = short(error.message);
  return { ...UNTRIED, notification_id: notificationId, state: DUE, attempts: 1, delay, last_answer };
}

function dead(id: number, because: DeadReason, answer: string): DeliveryOutcome {
  const last_answer = short(answer);
  return { notification_id: id, state: DEAD, attempts: 1, delay: 0, closed_because: because, last_answer };
}

function short(answer: string): string {
  return [...oneLine(answer)].slice(0, ANSWER_LENGTH).join('');
}
