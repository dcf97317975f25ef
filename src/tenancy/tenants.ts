import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface Tenant {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
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
}
