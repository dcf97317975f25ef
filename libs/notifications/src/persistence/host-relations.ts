/**
 * What the host's database answers (a port): names of relations that the library joins, so that no list of ids
 * ever travels. Both are filtered by `tenant_id` and must respect row-level security (`security_invoker` views).
 */
export abstract class HostRelations {
  /**
   * Everybody of a tenant: `tenant_id, id, first_name, last_name, profile_picture, email, locale, timezone,
   * email_notifications` (the master mail switch), and for the Directus dialect `uuid`. `PeopleService` wants to be told
   * of a new name or picture, and of who goes.
   */
  abstract readonly people: string;
  /** Who may read what: `tenant_id, gate_type, gate_id, user_id`; a pair may appear more than once. */
  abstract readonly readers: string;
}
