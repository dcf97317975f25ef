import { Injectable, Logger } from '@nestjs/common';
import type { Reason } from '../domain/audience.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { WorkQueue } from '../domain/work-queue.js';
import { HostRelations } from '../persistence/host-relations.js';
import { isPassing } from '../persistence/passing-error.js';
import { UnitOfWork, type Work } from '../persistence/unit-of-work.js';
import { EventRegistry } from '../types/event-registry.js';
import { type NotificationEventClass, voiceOf } from '../types/notification-event.js';
import { rankOf } from '../types/voice.js';
import { DeadEvents } from './dead-events.js';
import { fanOutStatement } from './fan-out.sql.js';

/** Events that share a transaction, and recipients that one transaction writes. */
const EVENTS_AT_ONCE = 100;
const RECIPIENTS_AT_ONCE = 5_000;

interface Progress {
  candidates: number;
  mails: number;
  event_id: number | null;
  user_id: number | null;
}

/** Turns waiting events into threads, inbox rows and mail deliveries, a chunk of recipients per transaction. */
@Injectable()
export class FanOut {
  private readonly logger = new Logger(FanOut.name);
  private readonly statement: string;
  private readonly voices: string;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: EventRegistry,
    private readonly queue: WorkQueue,
    private readonly dead: DeadEvents,
    host: HostRelations,
  ) {
    this.statement = fanOutStatement(host);
    this.voices = JSON.stringify(voicesOf(registry));
  }

  /** One chunk; answers whether there may be more. An event that cannot be fanned out does not hold up the rest. */
  async next(scope: TenantScope): Promise<boolean> {
    let claimed: number[] = [];
    try {
      return await this.unitOfWork.run(scope, async (work) => {
        claimed = await claimWaiting(work);
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

  /** Answers whether it is worth going on: what stood in the way of one may stand in the way of the others. */
  private async alone(scope: TenantScope, id: number): Promise<boolean> {
    try {
      await this.unitOfWork.run(scope, async (work) => this.chunk(work, await claimOne(work, id)));
      return true;
    } catch (error) {
      if (!isPassing(error)) await this.dead.failed(scope, id, error);
      else await this.dead.postpone(scope, id);
      return !isPassing(error);
    }
  }

  private async chunk(work: Work, ids: number[]): Promise<boolean> {
    if (ids.length === 0) return false;
    await this.refuseUnknown(work, ids);
    const { tenantId } = work.scope;
    const [progress] = await work.rows<Progress>(this.statement, [
      tenantId,
      ids,
      this.voices,
      RECIPIENTS_AT_ONCE,
    ]);
    if (!progress) throw new Error('The fan-out answered nothing.');
    if (progress.mails > 0) work.afterCommit(() => this.queue.ring({ tenantId, kind: 'mail' }));

    const full = progress.candidates === RECIPIENTS_AT_ONCE;
    const unfinished = full ? progress.event_id : null;
    if (unfinished !== null) await moveCursor(work, unfinished, progress.user_id);
    await finish(
      work,
      ids.filter((id) => unfinished === null || id < unfinished),
    );
    return full || ids.length === EVENTS_AT_ONCE;
  }

  /** Without its class an event would reach nobody and look done. */
  private async refuseUnknown(work: Work, ids: number[]): Promise<void> {
    const names = await work.rows<{ name: string }>(
      'SELECT DISTINCT name FROM notification_events WHERE tenant_id = $1 AND id = ANY($2)',
      [work.scope.tenantId, ids],
    );
    for (const { name } of names) this.registry.kindNamed(name);
  }
}

/** What the statement needs to know of each event's voices, by event name and reason. */
function voicesOf(registry: EventRegistry) {
  const voices = (kind: NotificationEventClass) =>
    (Object.keys(kind.voices) as Reason[]).map((reason) => {
      const voice = voiceOf(kind, reason);
      const columns = {
        type: voice.type,
        rank: rankOf(voice),
        mail_flag: voice.mailFlag ?? null,
        important: voice.important ?? false,
        mention: voice.mention ?? false,
        to_self: voice.toSelf ?? false,
      };
      return [reason, columns] as const;
    });
  return Object.fromEntries(registry.all().map((kind) => [kind.eventName, Object.fromEntries(voices(kind))]));
}

const WAITING = 'FROM notification_events WHERE tenant_id = $1 AND state = 0 AND due_at <= now()';

async function claimWaiting(work: Work): Promise<number[]> {
  const rows = await work.rows<{ id: number }>(
    `SELECT id ${WAITING} ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [work.scope.tenantId, EVENTS_AT_ONCE],
  );
  return rows.map(({ id }) => id);
}

async function claimOne(work: Work, id: number): Promise<number[]> {
  const rows = await work.rows<{ id: number }>(`SELECT id ${WAITING} AND id = $2 FOR UPDATE SKIP LOCKED`, [
    work.scope.tenantId,
    id,
  ]);
  return rows.map((row) => row.id);
}

async function moveCursor(work: Work, id: number, recipientId: number | null): Promise<void> {
  await work.change(
    'UPDATE notification_events SET last_recipient_id = $3 WHERE tenant_id = $1 AND id = $2',
    [work.scope.tenantId, id, recipientId],
  );
}

async function finish(work: Work, ids: number[]): Promise<void> {
  await work.change(
    'UPDATE notification_events SET state = 1, error = NULL WHERE tenant_id = $1 AND id = ANY($2)',
    [work.scope.tenantId, ids],
  );
}
