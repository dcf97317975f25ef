import { join, resolve } from 'node:path';
import type { DkimKey } from '@kendo/notifications';
import { StartRefused } from '../lifecycle/start-refused.error.js';
import { dkimKey, dkimMistakes } from './dkim.js';
import { environment } from './environment.js';
import { isLocal } from './local-domain.js';

/** What this process was told, typed; a Nest token of its own. */
export abstract class Settings {
  abstract readonly port: number;
  /** Absolute. The embedded database, captured mail and `demo.json` live here. */
  abstract readonly dataDir: string;
  /** Tenants answer at `<slug>.<tenantDomain>`. */
  abstract readonly tenantDomain: string;
  /** Where people come in, as `https://kendo.dev`: tenants are linked to at their slug before its host. */
  abstract readonly publicUrl: string;
  /** Absent: the embedded database. */
  abstract readonly databaseUrl: string | undefined;
  /** For `npm run migrate` alone. */
  abstract readonly migrateDatabaseUrl: string | undefined;
  /**
   * Absent: doorbell and rate limits stay within the process. That is right for one process and works for several,
   * since the sweeper finds within a second what was rung for elsewhere; each then counts requests by itself.
   */
  abstract readonly redisUrl: string | undefined;
  /** Absent: every mail becomes a file in `mailDir`. */
  abstract readonly mailUrl: string | undefined;
  abstract readonly mailFrom: string;
  abstract readonly mailDir: string;
  /** Absent: mail leaves unsigned. */
  abstract readonly dkim: DkimKey | undefined;
  abstract readonly logLevel: string;
  abstract readonly seedsDemo: boolean;
  /** The proxies whose forwarded headers count. */
  abstract readonly trustedProxies: readonly string[];
  /** Whether this process fans out and mails. */
  abstract readonly delivers: boolean;
  /** Where metrics and health are told to whoever comes to that port. */
  abstract readonly metricsPort: number | undefined;
  /** How long a server that was asked to stop says so before it does. */
  abstract readonly drainSeconds: number;
  /** Requests a minute, for each token. */
  abstract readonly tokenRateLimit: number;
  /** Requests a minute, for all tokens of a tenant together. */
  abstract readonly tenantRateLimit: number;
  /** Wrong tokens a minute, for each address. */
  abstract readonly wrongTokenRateLimit: number;
}

/** An empty variable is one that is not set. All mistakes are told at once. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { data, error } = environment.safeParse(set);
  const ofOne = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
  const mistakes = [...ofOne, ...dkimMistakes(set)].map((mistake) => `  ${mistake}.`);
  if (!data || mistakes.length > 0) {
    throw new StartRefused(['These settings cannot be used:', ...mistakes].join('\n'));
  }
  const dataDir = resolve(data.DATA_DIR);
  return {
    port: data.PORT,
    dataDir,
    tenantDomain: data.TENANT_DOMAIN,
    publicUrl: data.PUBLIC_URL ?? usualUrl(data.TENANT_DOMAIN, data.PORT),
    databaseUrl: data.DATABASE_URL,
    migrateDatabaseUrl: data.MIGRATE_DATABASE_URL,
    redisUrl: data.REDIS_URL,
    mailUrl: data.MAIL_URL,
    mailFrom: data.MAIL_FROM ?? `Kendo <notifications@${data.TENANT_DOMAIN}>`,
    mailDir: join(dataDir, 'mail'),
    dkim: dkimKey(data),
    logLevel: data.LOG_LEVEL,
    /* The embedded database is there to be tried, so it comes with the demo. */
    seedsDemo: data.SEED_DEMO ?? data.DATABASE_URL === undefined,
    trustedProxies: data.TRUSTED_PROXY,
    delivers: data.DELIVERY,
    metricsPort: data.METRICS_PORT,
    drainSeconds: data.DRAIN_SECONDS,
    tokenRateLimit: data.TOKEN_RATE_LIMIT,
    tenantRateLimit: data.TENANT_RATE_LIMIT,
    wrongTokenRateLimit: data.WRONG_TOKEN_RATE_LIMIT,
  };
}

/** At this very port on `localhost`, behind a proxy with TLS anywhere else. */
function usualUrl(domain: string, port: number): string {
  return isLocal(domain) ? new URL(`http://${domain}:${port}`).origin : `https://${domain}`;
}
