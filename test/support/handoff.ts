import type { DatabaseServer } from './postgres/template-database.ts';

/** What the global set-up leaves for the test files, which run in other processes: environment variables reach them. */
interface Handoff {
  /** A data folder of a server that was started, seeded and stopped once. */
  KENDO_TEST_DATA: string;
  KENDO_TEST_POSTGRES: DatabaseServer;
  KENDO_TEST_REDIS: string;
}

export function handOver<Name extends keyof Handoff>(name: Name, value: Handoff[Name]): void {
  process.env[name] = JSON.stringify(value);
}

export function handedOver<Name extends keyof Handoff>(name: Name): Handoff[Name] {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: this test runs in a Jest project that does not bring it up.`);
  return JSON.parse(value) as Handoff[Name];
}
