import { adjusted } from './adjusted-date.js';

/** What a query's variables stand for. */
export interface Variables {
  readonly now: Date;
  /** The caller's own fields by Directus' names; `null` until a query is found to ask for them. */
  readonly user: Readonly<Record<string, unknown>> | null;
}

/** A query asks for the caller's fields, which have not been read yet. */
export class UserWanted extends Error {}

/** `$NOW`, `$NOW(-7 days)`, `$CURRENT_USER`, `$CURRENT_USER.email`; roles and policies stand for nothing here. */
export function resolved(value: unknown, variables: Variables): unknown {
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  if (value === '$NOW') return variables.now;
  if (value.startsWith('$NOW(') && value.endsWith(')')) {
    return adjusted(variables.now, value.slice('$NOW('.length, -1));
  }
  if (value === '$CURRENT_USER') return userField('id', variables);
  if (value.startsWith('$CURRENT_USER.')) return userField(value.slice('$CURRENT_USER.'.length), variables);
  return /^\$CURRENT_(ROLE|POLICIES)/.test(value) ? null : value;
}

function userField(name: string, { user }: Variables): unknown {
  if (!user) throw new UserWanted();
  return Object.hasOwn(user, name) ? user[name] : null;
}

/** Words that stand for what they name, since a URL knows text alone. */
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null, NULL: null };

export function coerced(value: unknown): unknown {
  return typeof value === 'string' && Object.hasOwn(WORDS, value) ? WORDS[value] : value;
}
