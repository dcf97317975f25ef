/** SQLSTATE classes that speak of the way to the data, not of the data: connection, rollback, resources, shutdown. */
const PASSING_CLASSES = ['08', '25', '40', '53', '55', '57', '58'];
const PASSING_NODE_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'];

/** Whether trying the same again may succeed, so that the failure counts against nobody. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^[0-9A-Z]{5}$/.test(code)) return PASSING_CLASSES.includes(code.slice(0, 2));
  return (
    PASSING_NODE_CODES.includes(code) ||
    /connection terminated|connection.*(closed|ended)/i.test(error.message)
  );
}
