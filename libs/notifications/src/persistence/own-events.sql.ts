/** A row that was rewritten has an event of its own, and takes it along. `gone` are the rows' `id` and `event_id`. */
export function deleteOwnEvents(gone: string): string {
  return `
  DELETE FROM notification_events e USING ${gone} gone
  WHERE e.tenant_id = $1 AND e.id = gone.event_id AND e.rewritten_for = gone.id`;
}
