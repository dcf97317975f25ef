import type { Client } from 'pg';

/** A row of `mail_deliveries`, in words. */
export interface Delivery {
  readonly event: number;
  readonly email: string;
  readonly state: 'due' | 'sent' | 'closed' | 'dead';
  readonly attempts: number;
  readonly closed_because: string | null;
  readonly last_answer: string | null;
  /** Seconds until it is tried. */
  readonly due_in: number;
}

const STATE = `(ARRAY['due', 'sent', 'closed', 'dead'])[d.state + 1]`;

/** Oldest first. */
export async function deliveries(admin: Client): Promise<Delivery[]> {
  const { rows } = await admin.query<Delivery>(
    `SELECT d.event_id::int AS event, p.email, ${STATE} AS state, d.attempts, d.closed_because, d.last_answer,
       extract(epoch FROM d.due_at - clock_timestamp())::float AS due_in
     FROM mail_deliveries d JOIN users p ON p.tenant_id = d.tenant_id AND p.id = d.recipient_id
     ORDER BY d.notification_id`,
  );
  return rows;
}

/** How many there are in each state, and how many attempts they have cost. */
export async function tally(admin: Client): Promise<Readonly<Record<string, number>>> {
  const { rows } = await admin.query<{ state: string; count: number; attempts: number }>(
    `SELECT ${STATE} AS state, count(*)::int, sum(attempts)::int AS attempts FROM mail_deliveries d GROUP BY 1`,
  );
  const counts = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  return { ...counts, attempts: rows.reduce((sum, { attempts }) => sum + attempts, 0) };
}

/** As if the time of all that are due later had come: that of leases too, so none may be held by the living. */
export async function letTimePass(admin: Client): Promise<void> {
  await admin.query(
    'UPDATE mail_deliveries SET due_at = clock_timestamp() WHERE state = 0 AND due_at > clock_timestamp()',
  );
}
