/** A tenant has events to fan out, mail to send, or deliveries for other channels. Never which: the database knows. */
export interface DueWork {
  readonly tenantId: number;
  readonly kind: WorkKind;
}

export type WorkKind = 'events' | 'mail' | 'channels';

/**
 * The doorbell (a port). A ring may be lost or doubled: whoever hears it looks into the database,
 * and the sweeper finds what no ring told of.
 */
export abstract class WorkQueue {
  /** Rings after commit. Never throws: a ring that fails is the sweeper's business. */
  abstract ring(work: DueWork): void;
  /** Calls `hear` for each ring that reaches this process, until `stop`. */
  abstract listen(hear: (work: DueWork) => void): void;
  abstract stop(): Promise<void>;
}
