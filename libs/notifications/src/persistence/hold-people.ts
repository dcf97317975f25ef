import type { Work } from './unit-of-work.js';

const hold = (lock: string) => `SELECT ${lock}(hashtextextended('people of tenant ' || $1::bigint, 0))`;

/** Until the transaction ends nobody of the tenant is forgotten: whoever is found in it is there when it commits. */
export async function holdPeople(work: Work): Promise<void> {
  await work.rows(hold('pg_advisory_xact_lock_shared'), [work.scope.tenantId]);
}

/** Waits for all who hold the tenant's people, and keeps others from it until the transaction ends. */
export async function holdPeopleAlone(work: Work): Promise<void> {
  await work.rows(hold('pg_advisory_xact_lock'), [work.scope.tenantId]);
}
