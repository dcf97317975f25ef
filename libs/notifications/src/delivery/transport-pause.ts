const FIRST_MS = 1_000;
/** With the second that the sweeper may take to look, the next try comes within a minute. */
const LONGEST_MS = 55_000;

/**
 * The circuit breaker: after a fault of the way no mail is tried until a probe is due, each time later; the first
 * mail that gets through ends it.
 */
export class TransportPause {
  private faults = 0;
  private until = 0;

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly random: () => number = Math.random,
  ) {}

  get isOn(): boolean {
    return this.now() < this.until;
  }

  /** The pause is over, but nothing got through yet: one mail should try. */
  get isProbing(): boolean {
    return this.faults > 0 && !this.isOn;
  }

  /** Answers for how many milliseconds nothing is tried. Faults of mails that were on their way together are one. */
  fault(): number {
    if (!this.isOn) {
      const longest = Math.min(FIRST_MS * 2 ** this.faults, LONGEST_MS);
      this.until = this.now() + longest * (0.75 + this.random() / 4);
      this.faults += 1;
    }
    return this.until - this.now();
  }

  /** Answers whether it had been broken. */
  gotThrough(): boolean {
    const wasBroken = this.faults > 0;
    this.faults = 0;
    this.until = 0;
    return wasBroken;
  }
}
