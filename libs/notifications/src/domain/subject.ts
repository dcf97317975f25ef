/** What a notification is about. `task` is the outside word for `issue`. */
export interface Subject {
  /** `issue`, `project`, `team`, `report`, or a host's own word. */
  readonly type: string;
  /** A number for the tracker's own subjects, any text for others. */
  readonly id: number | string;
  /** The title as it was when the event happened. */
  readonly title: string;
  /** The short name that people write, such as `KD-0042`. */
  readonly key?: string;
  readonly url?: string;
}

export interface SubjectRef {
  readonly type: string;
  readonly id: number | string;
}

/** Who may read a subject: the host's `readers` relation is asked with this pair when an event is fanned out. */
export interface AccessGate {
  readonly type: string;
  readonly id: number;
}

/** Ids are kept as text, since those from outside may be; one that is a number goes out as a number. */
export function plainId(id: number | string): number | string {
  return /^(0|[1-9]\d{0,14})$/.test(String(id)) ? Number(id) : id;
}
