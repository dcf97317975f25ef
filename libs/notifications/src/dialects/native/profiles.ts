import type { Work } from '../../persistence/unit-of-work.js';

/** The host's profile resource (a port of the native dialect): the person's fields, as the host shows them. */
export abstract class Profiles {
  abstract of(work: Work, userId: number): Promise<Readonly<Record<string, unknown>>>;
}
