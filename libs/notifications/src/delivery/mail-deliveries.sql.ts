import { PREFERENCE_FLAGS } from '../domain/preference-flags.js';
import type { HostRelations } from '../persistence/host-relations.js';

/**
 * Takes due deliveries by moving their due time past the lease: nobody else sees them before, and nothing has to
 * find them when their worker dies. Answers them with what decides whether their mail is still wanted; a row that was
 * given to somebody else is gone for who had it.
 * Parameters: $1 tenant, $2 how many, $3 the lease in seconds.
 */
export function claimStatement(host: HostRelations): string {
  return `
WITH claimed AS (
  UPDATE mail_deliveries SET due_at = now() + make_interval(secs => $3)
  WHERE tenant_id = $1 AND notification_id = ANY (ARRAY(
    SELECT notification_id FROM mail_deliveries
    WHERE tenant_id = $1 AND state = 0 AND due_at <= now()
    ORDER BY due_at, notification_id LIMIT $2 FOR UPDATE SKIP LOCKED))
  RETURNING notification_id, event_id, recipient_id, thread_id, reason, attempts, due_at
)
SELECT c.due_at::text AS lease, c.notification_id, c.event_id, c.thread_id, c.reason, c.attempts,
  CASE WHEN n.id IS NOT NULL THEN n.read_at IS NOT NULL END AS is_read,
  p.id AS person_id, concat_ws(' ', p.first_name, p.last_name) AS name, p.email, p.locale, p.timezone,
  p.email_notifications, jsonb_build_object(${mailFlags('f')}) AS flags
FROM claimed c
LEFT JOIN notifications n ON n.tenant_id = $1 AND n.id = c.notification_id AND n.recipient_id = c.recipient_id
LEFT JOIN ${host.people} p ON p.tenant_id = $1 AND p.id = c.recipient_id
LEFT JOIN notification_preferences f ON f.tenant_id = $1 AND f.user_id = c.recipient_id
ORDER BY c.notification_id`;
}

/** A person without a row of preferences has every flag on. */
function mailFlags(preferences: string): string {
  return PREFERENCE_FLAGS.filter((flag) => flag.startsWith('notify_'))
    .map((flag) => `'${flag}', coalesce(${preferences}.${flag}, true)`)
    .join(', ');
}
