const MINUTE_MS = 60_000;

/** One person's clock: reads what they mean by a date, and writes times as they see them. */
export class TimeZone {
  private readonly offsets: Intl.DateTimeFormat;

  /** A name of the IANA database; one that is not known here is taken for UTC. */
  constructor(name: string) {
    this.offsets = offsetsOf(name) ?? utc;
  }

  /** `2026-03-16T05:08:24.488+01:00` */
  write(time: Date): string {
    const minutes = this.offsetAt(time);
    const local = new Date(time.getTime() + minutes * MINUTE_MS).toISOString();
    return local.replace('Z', writtenOffset(minutes));
  }

  /** A date is its first moment, and a time without an offset is the person's own. */
  read(text: string): Date {
    if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return new Date(text);
    const local = new Date(text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`);
    const guess = this.shifted(local, this.offsetAt(local));
    return this.shifted(local, this.offsetAt(guess));
  }

  private shifted(time: Date, minutes: number): Date {
    return new Date(time.getTime() - minutes * MINUTE_MS);
  }

  /** In whole minutes: the seconds of the time before there were zones are left out. */
  private offsetAt(time: Date): number {
    const name = this.offsets.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  }
}

function offsetsOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

const utc = new Intl.DateTimeFormat('en', { timeZone: 'UTC', timeZoneName: 'longOffset' });

function writtenOffset(minutes: number): string {
  const digits = (count: number) => String(count).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}:${digits(size % 60)}`;
}
