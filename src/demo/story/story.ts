/** What has happened in a tenant of the demo before anybody looks, as data. Times are days before the seeding. */
export interface Story {
  readonly issues: readonly IssueStory[];
  readonly news: readonly News[];
}

export interface IssueStory {
  /** By its prefix. */
  readonly project: string;
  readonly title: string;
  readonly creator: string;
  /** From the beginning, beside the creator. */
  readonly watchers: readonly string[];
  readonly steps: readonly IssueStep[];
  /** How its threads were left: put away, or not looked at; by default what is older than some days is read. */
  readonly left?: 'archived' | 'unread';
}

/** A comment mentions people as `@handle`; whoever is assigned follows whoever was. */
export type IssueStep = readonly [
  daysAgo: number,
  by: string,
  did: 'said' | 'assigned to' | 'moved to',
  what: string,
];

/** Anything else that one hears of. */
export type News = JoinsProject | JoinsTeam | WritesReport | WritesMessage | AppTells;

interface Told {
  readonly daysAgo: number;
  readonly by: string;
}

export interface JoinsProject extends Told {
  readonly kind: 'joins project';
  readonly who: string;
  readonly project: string;
}

export interface JoinsTeam extends Told {
  readonly kind: 'joins team';
  readonly who: string;
  readonly team: string;
}

export interface WritesReport extends Told {
  readonly kind: 'writes report';
  readonly project: string;
  readonly title: string;
  readonly body: string;
}

export interface WritesMessage extends Told {
  readonly kind: 'writes message';
  readonly to: string;
  readonly message: string;
  readonly text: string;
}

/** An event of another product; `by` is the app's name, and it tells a project's members. */
export interface AppTells extends Told {
  readonly kind: 'app tells';
  /** The event's own name, such as `deploy.finished`. */
  readonly type: string;
  readonly project: string;
  readonly message: string;
  readonly about: {
    readonly type: string;
    readonly id: string;
    readonly title: string;
    readonly url: string;
  };
  readonly important?: true;
}
