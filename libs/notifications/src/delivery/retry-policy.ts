const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 4 * 3600;
/** The last one comes 24 to 30 hours after the first; ten of them within the first ten hours. */
const TRIES = 15;

/**
 * How many seconds after its `failures`-th failure a delivery is tried again; `null` when it was tried enough.
 * The jitter only adds, so that mails which failed together come back apart.
 */
export function retryAfter(failures: number, random: () => number = Math.random): number | null {
  if (failures >= TRIES) return null;
  return Math.min(FIRST_SECONDS * 2 ** (failures - 1), LONGEST_SECONDS) * (1 + random() / 4);
}
