import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { Settings } from '../kendo-process.ts';

/** Time that a test lets pass at once: for a program by its own clock, for the database by making its rows older. */
export class LeapingClock {
  private ahead = 0;

  private constructor(
    private readonly file: string,
    private readonly admin: Client,
  ) {}

  static async in(folder: string, admin: Client): Promise<LeapingClock> {
    const clock = new LeapingClock(join(folder, 'leaping-clock'), admin);
    await clock.leap(0);
    return clock;
  }

  /** For the program that is to live by it. */
  get settings(): Settings {
    const preload = new URL('leaping-clock.js', import.meta.url).href;
    return { NODE_OPTIONS: `--import=${preload}`, LEAPING_CLOCK: this.file };
  }

  async leap(seconds: number): Promise<void> {
    this.ahead += seconds * 1_000;
    /* Renamed when it is whole: the program reads it at any moment. */
    await writeFile(`${this.file}.part`, String(this.ahead));
    await rename(`${this.file}.part`, this.file);
    await this.admin.query(
      `UPDATE mail_deliveries SET due_at = due_at - make_interval(secs => $1),
         created_at = created_at - make_interval(secs => $1)
       WHERE state = 0`,
      [seconds],
    );
  }
}
