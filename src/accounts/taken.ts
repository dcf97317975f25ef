import { InvalidInputError } from '@kendo/notifications';
import { QueryFailedError } from 'typeorm';

/** Fields by the unique index that keeps them apart. */
const FIELDS: Readonly<Record<string, string>> = {
  users_tenant_id_handle_key: 'handle',
  users_tenant_id_email_key: 'email',
  roles_tenant_id_name_key: 'name',
};

/** Writes; what the index refuses is a mistake in the input, and undoes the unit of work as any other. */
export async function unlessTaken<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const field = FIELDS[constraintIn(error) ?? ''];
    throw field ? new InvalidInputError({ [field]: [`The ${field} has already been taken.`] }) : error;
  }
}

function constraintIn(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  return (error.driverError as { constraint?: string }).constraint;
}
