import { setTimeout as pause } from 'node:timers/promises';

interface Patience {
  /** Milliseconds after which it is a failure. */
  readonly within?: number;
  readonly every?: number;
}

/** Asks again until `ask` neither throws nor answers `false`; then gives its answer. The only waiting in tests. */
export async function eventually<Result>(
  ask: () => Result | Promise<Result>,
  { within = 10_000, every = 50 }: Patience = {},
): Promise<Exclude<Result, false>> {
  const deadline = Date.now() + within;
  for (;;) {
    const { answer, error } = await attempt(ask);
    if (!error && answer !== false) return answer as Exclude<Result, false>;
    if (Date.now() >= deadline) throw tooLate(error, within);
    await pause(every);
  }
}

async function attempt<Result>(
  ask: () => Result | Promise<Result>,
): Promise<{ answer?: Result; error?: Error }> {
  try {
    return { answer: await ask() };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Keeps the last error itself, since Jest shows an assertion's difference only from the original. */
function tooLate(error: Error | undefined, within: number): Error {
  const failure = error ?? new Error('It stayed false.');
  failure.message = `Not within ${within} ms. ${failure.message}`;
  return failure;
}
