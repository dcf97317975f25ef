import type { Client } from 'pg';
import type { PlanNode } from './explaining-work.ts';

/** A function hides its plan: what it does is done here as its owner, under its owner's policies. */
export async function explainedFunction(admin: Client, name: string): Promise<PlanNode[]> {
  const { rows: functions } = await admin.query<{ body: string; owner: string }>(
    'SELECT prosrc AS body, proowner::regrole::text AS owner FROM pg_proc WHERE proname = $1',
    [name],
  );
  await admin.query(`SET ROLE ${functions[0]?.owner}`);
  const { rows } = await admin.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${functions[0]?.body}`,
  );
  return rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan));
}
