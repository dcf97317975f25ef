import type { Person } from '@kendo/notifications';

/** Somebody at the product's console: no person of the tenant, and nobody is out of their reach. */
export class Operator {
  /** `name` is for the audit, such as the login on that machine. */
  constructor(readonly name: string) {}
}

/** Who makes a change: a person with a token, or an operator. */
export type Author = Person | Operator;
