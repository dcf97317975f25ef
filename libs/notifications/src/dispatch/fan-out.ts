import { Injectable, Logger } from '@nestjs/common';
import type { NotificationSent } from '../announcing/announcements.js';
import { Announcer } from '../announcing/announcer.js';
import { rankOf, type Reason } from '../domain/audience.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { WorkQueue } from '../domain/work-queue.js';
import { NotificationMetrics } from '../metrics/notification-metrics.js';
import { holdPeople } from '../persistence/hold-people.js';
import { HostRelations } from '../persistence/host-relations.js';
import { UnitOfWork, type Work } from '../persistence/unit-of-work.js';
import { EventRegistry } from '../types/event-registry.js';
import { type NotificationEventClass, voiceOf } from '../types/notification-event.js';
import { isToBlame } from './blame.js';
import { DeadEvents } from './dead-events.js';
import { fanOutStatement } from './fan-out.sql.js';
import {
  claimOne,
  claimWaiting,
  finish,
  type FinishedEvent,
  kindsOf,
  moveCursor,
  type Reached,
  stillWaiting,
} from './waiting-events.js';

/** Events that share a transaction, and recipients that one transaction writes. */
const EVENTS_AT_ONCE = 100;
const RECIPIENTS_AT_ONCE = 5_000;

interface Progress {
  candidates: number;
  mails: number;
  channels: number;
  reached: Reached | null;
  event_id: number | null;
  user_id: number | null;
}

/** Turns waiting events into threads, inbox rows and mail deliveries, a chunk of recipients per transaction. */
@Injectable()
export class FanOut {
  private readonly logger = new Logger(FanOut.name);
  private readonly statement: string;
  private readonly statementWithChannels: string;
  private readonly voices: string;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: EventRegistry,
    private readonly queue: WorkQueue,
    private readonly dead: DeadEvents,
    private readonly announcer: Announcer,
    private readonly metrics: NotificationMetrics,
    host: HostRelations,
  ) {
    this.statement = fanOutStatement(host, { channels: false });
    this.statementWithChannels = fanOutStatement(host, { channels: true });
    this.voices = JSON.stringify(voicesOf(registry));
  }

  /** One chunk; answers whether there may be more. An event that cannot be fanned out does not hold up the rest. */
  async next(scope: TenantScope): Promise<boolean> {
    let claimed: number[] = [];
    try {
      return await this.unitOfWork.run(scope, async (work) => {
        claimed = await claimWaiting(work, EVENTS_AT_ONCE);
        return this.chunk(work, claimed);
      });
    } catch (error) {
      if (claimed.length === 0) throw error;
      this.logger.warn(
        { err: error, events: claimed.length },
        'A fan-out failed; taking its events one by one',
      );
      for (const id of claimed) if (!(await this.alone(scope, id))) break;
      return true;
    }
  }

  /** Events that the caller's own transaction has recorded: their inbox rows are there when it commits. */
  async within(work: Work, ids: readonly number[]): Promise<void> {
    let more = true;
    while (more) more = await this.chunk(work, await stillWaiting(work, ids));
  }

  /** Answers whether it is worth going on: what stood in the way of one may stand in the way of the others. */
  private async alone(scope: TenantScope, id: number): Promise<boolean> {
    try {
      await this.unitOfWork.run(scope, async (work) => this.chunk(work, await claimOne(work, id)));
      return true;
    } catch (error) {
      const blamed = isToBlame(error);
      await (blamed ? this.dead.failed(scope, id, error) : this.dead.postpone(scope, id));
      return blamed;
    }
  }

  private async chunk(work: Work, ids: number[]): Promise<boolean> {
    if (ids.length === 0) return false;
    const { names, channels } = await kindsOf(work, ids);
    /* Without its class an event would reach nobody and look done. */
    for (const name of names) this.registry.kindNamed(name);
    await holdPeople(work);
    const { tenantId } = work.scope;
    const [progress] = await work.rows<Progress>(channels ? this.statementWithChannels : this.statement, [
      tenantId,
      ids,
      this.voices,
      RECIPIENTS_AT_ONCE,
    ]);
    if (!progress) throw new Error('The fan-out answered nothing.');
    if (progress.mails > 0) work.afterCommit(() => this.queue.ring({ tenantId, kind: 'mail' }));
    if (progress.channels > 0) work.afterCommit(() => this.queue.ring({ tenantId, kind: 'channels' }));

    const full = progress.candidates === RECIPIENTS_AT_ONCE;
    const unfinished = full ? progress.event_id : null;
    const reached = progress.reached ?? {};
    if (unfinished !== null) await moveCursor(work, unfinished, progress.user_id, reached);
    const isFinished = (id: number) => unfinished === null || id < unfinished;
    const finished = await finish(work, ids.filter(isFinished), reached);
    work.afterCommit(() => {
      this.metrics.fannedOut({ lags: finished.map(({ lag }) => lag), inboxRows: sum(reached) });
      this.announcer.sent(() => finished.map((event) => inboxFilled(work.scope, event)));
    });
    return full || ids.length === EVENTS_AT_ONCE;
  }
}

function sum(reached: Reached): number {
  return Object.values(reached).reduce((all, people) => all + people, 0);
}

function inboxFilled({ tenantId }: TenantScope, { id, name, reached }: FinishedEvent): NotificationSent {
  const event = { tenantId, eventId: id, eventName: name };
  return { ...event, channel: 'inbox', recipients: reached, delivery: null, answer: null };
}

/** What the statement needs to know of each event's voices, by event name and reason. */
function voicesOf(registry: EventRegistry) {
  const voices = (kind: NotificationEventClass) =>
    (Object.keys(kind.voices) as Reason[]).map((reason) => {
      const voice = voiceOf(kind, reason);
      const columns = {
        type: voice.type,
        rank: rankOf(reason),
        mail_flag: voice.mailFlag ?? null,
        important: voice.important ?? false,
        mention: voice.mention ?? false,
        to_self: voice.toSelf ?? false,
      };
      return [reason, columns] as const;
    });
  return Object.fromEntries(registry.all().map((kind) => [kind.eventName, Object.fromEntries(voices(kind))]));
}
