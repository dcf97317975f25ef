/**
 * Writes outcomes, given as JSON. What was taken is sent, whoever holds the lease by now; anything else is for who
 * holds it to say. Parameters: $1 tenant, $2 the lease, $3 the outcomes, and those of `and`, which names more of the key.
 *
 * The array of ids, and `< 1` for `= 0`, are there for the planner: by the statistics of before a large fan-out the
 * tenant has next to no deliveries, and the index of the due ones is next to empty, so that it would read all of
 * the 100,000 for each statement instead of looking up a few by their key.
 */
export function settleStatement(table: string, and = ''): string {
  return `
WITH outcomes AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($3::jsonb) AS o(notification_id bigint, state smallint, attempts smallint,
    delay double precision, closed_because text, last_answer text)
)
UPDATE ${table} d SET
  state = o.state,
  attempts = d.attempts + o.attempts,
  due_at = clock_timestamp() + make_interval(secs => o.delay),
  closed_because = o.closed_because,
  last_answer = coalesce(o.last_answer, d.last_answer),
  finished_at = CASE WHEN o.state > 0 THEN clock_timestamp() END
FROM outcomes o
WHERE d.tenant_id = $1 AND d.notification_id = ANY (ARRAY(SELECT notification_id FROM outcomes))
  AND d.notification_id = o.notification_id ${and}
  AND d.state < 1 AND (o.state = 1 OR d.due_at = $2::timestamptz)`;
}
