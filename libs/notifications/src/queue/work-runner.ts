import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type DueWork, type WorkKind, WorkQueue } from '../domain/work-queue.js';
import { NotificationOptions } from '../domain/notification-options.js';
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

  /** Registers who does a kind of work; once per kind, before bootstrap. */
  assign(kind: WorkKind, work: PieceOfWork): void {
    const measured: PieceOfWork = async (scope) => {
      this.metrics.workBegan(kind);
      try {
        return await work(scope);
      } finally {
        this.metrics.workEnded(kind);
      }
    };
    const rota = new Rota(measured, (error, scope) => {
      this.logger.error({ err: error, tenantId: scope.tenantId, kind }, 'A piece of work failed');
    });
    this.rotas.set(kind, rota);
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
