import type { TenantScope } from '../domain/tenant-scope.js';

/** Does one bounded piece of a tenant's work; answers whether there may be more. */
export type PieceOfWork = (scope: TenantScope) => Promise<boolean>;

/**
 * Takes tenants in turn, one piece of work each, so that a tenant with much to do delays the others by one piece.
 * A tenant woken while its piece is under way gets another turn.
 */
export class Rota {
  private readonly due = new Set<number>();
  private turning: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly work: PieceOfWork,
    private readonly failed: (error: unknown, scope: TenantScope) => void,
  ) {}

  wake(tenantId: number): void {
    if (this.stopped) return;
    this.due.add(tenantId);
    this.turning ??= this.turn().finally(() => (this.turning = null));
  }

  /** Takes no new piece; resolves when the one under way is finished. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.turning;
  }

  private async turn(): Promise<void> {
    for (let next = this.next(); next !== undefined; next = this.next()) {
      const scope = { tenantId: next };
      try {
        if (await this.work(scope)) this.due.add(next);
      } catch (error) {
        this.failed(error, scope);
      }
    }
  }

  private next(): number | undefined {
    if (this.stopped) return undefined;
    const [tenantId] = this.due;
    if (tenantId !== undefined) this.due.delete(tenantId);
    return tenantId;
  }
}
