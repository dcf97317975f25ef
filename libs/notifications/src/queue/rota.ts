import type { TenantScope } from '../domain/tenant-scope.js';

/** Does one bounded piece of a tenant's work; answers whether there may be more. */
export type PieceOfWork = (scope: TenantScope) => Promise<boolean>;

/**
 * Takes tenants in turn, one piece of work each, so that a tenant with much to do delays the others by one piece.
 * `width` of them are under way at once, never two of one tenant: who is slow takes up one place, and no more. A
 * tenant woken while its piece is under way gets another turn.
 */
export class Rota {
  private readonly due = new Set<number>();
  private readonly underWay = new Map<number, Promise<void>>();
  private stopped = false;

  constructor(
    private readonly work: PieceOfWork,
    private readonly failed: (error: unknown, scope: TenantScope) => void,
    private readonly width: number,
  ) {}

  wake(tenantId: number): void {
    if (this.stopped) return;
    this.due.add(tenantId);
    this.begin();
  }

  /** Takes no new piece; resolves when those under way are finished. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.underWay.values());
  }

  private begin(): void {
    for (const tenantId of this.due) {
      if (this.stopped || this.underWay.size >= this.width) return;
      if (this.underWay.has(tenantId)) continue;
      this.due.delete(tenantId);
      this.underWay.set(tenantId, this.turn({ tenantId }));
    }
  }

  private async turn(scope: TenantScope): Promise<void> {
    try {
      if (await this.work(scope)) this.due.add(scope.tenantId);
    } catch (error) {
      this.failed(error, scope);
    }
    this.underWay.delete(scope.tenantId);
    this.begin();
  }
}
