import {
  CLOSED_REASONS,
  type ClosedReason,
  DEAD_REASONS,
  type DeadReason,
  FAILED_REASONS,
  type FailedReason,
  type FannedOut,
  NotificationMetrics,
  type WorkKind,
} from '@kendo/notifications';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const LAG_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800];

/** What the library does in this process, as Prometheus counts it. What can be known before stands there at 0. */
export class NotificationMeter extends NotificationMetrics {
  /** For the host's own metrics too. */
  readonly registry = new Registry();
  private readonly events = {
    recorded: this.counter('events_recorded', 'Events put on record.'),
    fannedOut: this.counter('events_fanned_out', 'Events that reached everybody.'),
    dead: this.counter('events_dead', 'Events given up.'),
  };
  private readonly rows = this.counter('inbox_rows', 'Inbox rows written.');
  private readonly deliveries = {
    sent: this.counter('deliveries_sent', 'Deliveries that left.', ['channel']),
    closed: this.counter('deliveries_closed', 'Deliveries not wanted any more.', ['channel', 'reason']),
    failed: this.counter('deliveries_failed', 'Tries that are made again.', ['channel', 'reason']),
    dead: this.counter('deliveries_dead', 'Deliveries given up.', ['channel', 'reason']),
  };
  private readonly lag = new Histogram({
    name: 'kendo_fan_out_lag_seconds',
    help: 'From the record of an event to the last of its recipients.',
    buckets: LAG_BUCKETS,
    registers: [this.registry],
  });
  private readonly paused = this.gauge(
    'mail_paused',
    '1 from when no mail can leave until one gets through.',
  );
  private readonly underWay = this.gauge('work_under_way', 'Chunks and batches worked on.', ['kind']);

  constructor() {
    super();
    const channel = 'mail';
    this.deliveries.sent.inc({ channel }, 0);
    for (const reason of CLOSED_REASONS) this.deliveries.closed.inc({ channel, reason }, 0);
    for (const reason of FAILED_REASONS) this.deliveries.failed.inc({ channel, reason }, 0);
    for (const reason of DEAD_REASONS) this.deliveries.dead.inc({ channel, reason }, 0);
  }

  eventsRecorded(count: number): void {
    this.events.recorded.inc(count);
  }

  fannedOut({ lags, inboxRows }: FannedOut): void {
    this.events.fannedOut.inc(lags.length);
    this.rows.inc(inboxRows);
    for (const lag of lags) this.lag.observe(lag);
  }

  eventDied(): void {
    this.events.dead.inc();
  }

  sent(channel: string): void {
    this.deliveries.sent.inc({ channel });
  }

  closed(channel: string, reason: ClosedReason): void {
    this.deliveries.closed.inc({ channel, reason });
  }

  failed(channel: string, reason: FailedReason): void {
    this.deliveries.failed.inc({ channel, reason });
  }

  died(channel: string, reason: DeadReason): void {
    this.deliveries.dead.inc({ channel, reason });
  }

  mailPaused(isPaused: boolean): void {
    this.paused.set(isPaused ? 1 : 0);
  }

  workBegan(kind: WorkKind): void {
    this.underWay.inc({ kind });
  }

  workEnded(kind: WorkKind): void {
    this.underWay.dec({ kind });
  }

  private counter(name: string, help: string, labelNames: string[] = []): Counter {
    return new Counter({ name: `kendo_${name}_total`, help, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name: `kendo_${name}`, help, labelNames, registers: [this.registry] });
  }
}
