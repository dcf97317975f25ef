import { embeddedStack } from './embedded/stack.ts';
import { postgresStack } from './postgres/stack.ts';
import type { Stack } from './stack.ts';

/** Set by the Jest project that the test runs in. */
declare const KENDO_STACK: 'embedded' | 'postgres';

export function createStack(): Promise<Stack> {
  return KENDO_STACK === 'embedded' ? embeddedStack() : postgresStack();
}
