import { UnitOfWork } from '@kendo/notifications';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings.js';
import { tenantUrl } from '../tenancy/tenant-host.js';
import { type Demo, demoFile, type DemoTenantEntry, readDemo, writeDemo } from './demo-file.js';
import { type DemoTenant, DEMO_TENANTS } from './demo-tenants.js';
import { StoryTeller } from './story/story-teller.js';
import { TenantSeeder } from './tenant-seeder.js';

/** "demo" as a number: whoever seeds holds this advisory lock. */
const SEEDING = 0x64656d6f;

/** Puts the demo into a database that does not have it. It mails nobody, and but for a tenant with a story every inbox starts empty. */
@Injectable()
export class DemoSeeder {
  private readonly logger = new Logger(DemoSeeder.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly tenantSeeder: TenantSeeder,
    private readonly storyTeller: StoryTeller,
  ) {}

  /** Safe to be called by several processes at once. Answers nothing without a demo, or without its tokens. */
  async seedOnce(): Promise<Demo | undefined> {
    if (!this.settings.seedsDemo) return undefined;
    const seeded = await this.dataSource.transaction((manager) => this.seedMissing(manager));
    return seeded ?? this.refreshFile();
  }

  /**
   * A demo that is there stays as it is, also one of fewer tenants; so does a tenant that somebody else has made.
   * The file is written before the commit: a crash in between leaves tokens of nobody, never people without tokens.
   */
  private async seedMissing(manager: EntityManager): Promise<Demo | undefined> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [SEEDING]);
    const there = await slugsThere(manager);
    const missing = DEMO_TENANTS.filter(({ slug }) => !there.has(slug));
    const told = await readDemo(this.settings.dataDir);
    const isWhole = told?.tenants.every(({ slug }) => there.has(slug)) ?? false;
    if (isWhole || missing.length === 0) return undefined;
    for (const slug of there) this.logger.warn(`The tenant ${slug} is not the demo's, and stays as it is.`);
    const tenants: DemoTenantEntry[] = [];
    for (const tenant of missing) tenants.push(await this.seedTenant(manager, tenant));
    const demo = { tenants, mail_dir: 'mail' };
    await writeDemo(this.settings.dataDir, demo);
    return demo;
  }

  private async seedTenant(manager: EntityManager, tenant: DemoTenant): Promise<DemoTenantEntry> {
    const { slug, name, colour, story } = tenant;
    const [row] = await manager.query<{ id: number }[]>(
      'INSERT INTO tenants (slug, name, colour) VALUES ($1, $2, $3) RETURNING id',
      [slug, name, colour],
    );
    if (!row) throw new Error('A tenant was not inserted.');
    /* One transaction for all tenants: all of the demo is there, or none of it. */
    const work = await this.unitOfWork.join({ tenantId: row.id }, manager);
    const content = await this.tenantSeeder.seed(work, tenant);
    if (story) await this.storyTeller.tell(work, content, story);
    return { id: row.id, slug, name, url: tenantUrl(slug, this.settings), ...content };
  }

  /** The port may have changed since the file was written. */
  private async refreshFile(): Promise<Demo | undefined> {
    const { dataDir } = this.settings;
    const demo = await readDemo(dataDir);
    if (!demo) {
      this.logger.warn(`The demo is there, but not its tokens: ${demoFile(dataDir)} is missing.`);
      return undefined;
    }
    const tenants = demo.tenants.map((tenant) => ({ ...tenant, url: tenantUrl(tenant.slug, this.settings) }));
    const fresh: Demo = { ...demo, tenants };
    if (JSON.stringify(fresh) !== JSON.stringify(demo)) await writeDemo(dataDir, fresh);
    return fresh;
  }
}

/** Of the demo's slugs those that have a tenant, be it the demo's or not. */
async function slugsThere(manager: EntityManager): Promise<ReadonlySet<string>> {
  const slugs = DEMO_TENANTS.map(({ slug }) => slug);
  const there = await manager.query<{ slug: string }[]>('SELECT slug FROM tenants WHERE slug = ANY($1)', [
    slugs,
  ]);
  return new Set(there.map(({ slug }) => slug));
}
