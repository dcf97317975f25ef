import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type DueWork, type WorkKind, WorkQueue } from '../domain/work-queue.js';
import { NotificationOptions } from '../domain/notification-options.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { NotificationMetrics } from '../metrics/notification-metrics.js';
import { type PieceOfWork, Rota } from './rota.js';
import { Sweeper } from './sweeper.js';

/** Does the due work of this process: woken by the doorbell and, for what no ring told of, by the sweeper. */
@Injectable()
export class WorkRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WorkRunner.name);
  private readonly rotas = new Map<WorkKind, Rota>();

  constructor(
    private readonly queue: WorkQueue,
    private readonly sweeper: Sweeper,
    private readonly options: NotificationOptions,
    private readonly metrics: NotificationMetrics,
  ) {}

  /** Registers who does a kind of work, and for how many tenants at once; once per kind, before bootstrap. */
  assign(kind: WorkKind, work: PieceOfWork, width = 1): void {
    const measured: PieceOfWork = async (scope) => {
      this.metrics.workBegan(kind);
      try {
        return await work(scope);
      } finally {
        this.metrics.workEnded(kind);
      }
    };
    const failed = (error: unknown, { tenantId }: TenantScope) => {
      this.logger.error({ err: error, tenantId, kind }, 'A piece of work failed');
    };
    this.rotas.set(kind, new Rota(measured, failed, width));
  }

  onApplicationBootstrap(): void {
    if (!this.options.delivers) return;
    const wake = (due: DueWork) => this.rotas.get(due.kind)?.wake(due.tenantId);
    this.queue.listen(wake);
    this.sweeper.start(wake);
  }

  /** Before the connections close: nothing is cut in half, and nothing is begun. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.sweeper, this.queue, ...this.rotas.values()].map((part) => part.stop()));
  }
}
