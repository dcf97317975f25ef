import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';

/** The committed SDL, which is packaged beside `dist`. */
const SDL = readFileSync(new URL('../../../graphql/monday.graphql', import.meta.url), 'utf8');

export const MONDAY_SCHEMA = buildSchema(SDL);

/** The version whose shapes of answers and errors these are. */
export const VERSION = '2025-01';
