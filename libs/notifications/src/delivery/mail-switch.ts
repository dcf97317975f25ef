import type { Work } from '../persistence/unit-of-work.js';

/** The master mail switch of a person, which stands on the host's user (a port). */
export abstract class MailSwitch {
  /** A person who is gone, or whose switch is off already, is no error. */
  abstract turnOff(work: Work, userId: number): Promise<void>;
}
