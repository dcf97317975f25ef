import type { Work } from '../../../persistence/unit-of-work.js';

/** All that the dialect tells of a person, by Directus' names. */
export interface DirectusUser {
  /** The person's uuid. */
  readonly id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly language: string;
  /** The master mail switch. */
  readonly email_notifications: boolean;
}

export type DirectusUserChanges = Partial<Omit<DirectusUser, 'id'>>;

/** The host's people, each as they see and change themselves (a port of the Directus dialect). */
export abstract class DirectusUsers {
  abstract of(work: Work, userId: number): Promise<DirectusUser>;
  /** Throws `InvalidInputError` for what the host does not take. */
  abstract change(work: Work, userId: number, changes: DirectusUserChanges): Promise<void>;
}
