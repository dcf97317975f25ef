import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface Tenant {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** With what its mails look like. */
export interface ColouredTenant extends Tenant {
  /** `#rrggbb` in lower case. */
  readonly colour: string;
}

/** Long enough to spare every request a query; a tenant keeps its id and slug for life. */
const REMEMBERED_MS = 60_000;

/** The list of tenants. It lies outside of any tenant, and so outside of units of work. */
@Injectable()
export class Tenants {
  private readonly remembered = new Map<string, { tenant: Tenant; until: number }>();

  constructor(private readonly dataSource: DataSource) {}

  /** An unknown slug is looked up each time, so that a new tenant is there at once. */
  async withSlug(slug: string): Promise<Tenant | undefined> {
    const known = this.remembered.get(slug);
    if (known && known.until > Date.now()) return known.tenant;
    const [tenant] = await this.dataSource.query<Tenant[]>(
      'SELECT id, slug, name FROM tenants WHERE slug = $1',
      [slug],
    );
    if (tenant) this.remembered.set(slug, { tenant, until: Date.now() + REMEMBERED_MS });
    return tenant;
  }

  /** Newest first, from before an id on. */
  list({ limit, before = Number.MAX_SAFE_INTEGER }: { limit: number; before?: number }) {
    return this.dataSource.query<ColouredTenant[]>(
      'SELECT id, slug, name, colour FROM tenants WHERE id < $1 ORDER BY id DESC LIMIT $2',
      [before, limit],
    );
  }

  /** In the caller's transaction; answers nothing when the slug is taken. */
  async create(
    manager: EntityManager,
    { slug, name, colour }: Omit<ColouredTenant, 'id'>,
  ): Promise<ColouredTenant | undefined> {
    const [tenant] = await manager.query<ColouredTenant[]>(
      `INSERT INTO tenants (slug, name, colour) VALUES ($1, $2, $3)
       ON CONFLICT (slug) DO NOTHING RETURNING id, slug, name, colour`,
      [slug, name, colour],
    );
    return tenant;
  }
}
