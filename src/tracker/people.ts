import type { Actor, Person, Work } from '@kendo/notifications';
import { In } from 'typeorm';
import { type Author, Operator } from '../accounts/author.js';
import { User } from '../accounts/user.entity.js';
import { InvalidSelectionError } from '../input/invalid-selection.error.js';
import type { Named } from './named.js';

/** The people of one change, read at once. */
export class People {
  private constructor(private readonly byId: ReadonlyMap<number, User>) {}

  static async among(work: Work, ids: readonly (number | null | undefined)[]): Promise<People> {
    const known = ids.filter((id) => typeof id === 'number');
    const users = await work.manager.findBy(User, { tenantId: work.scope.tenantId, id: In(known) });
    return new People(new Map(users.map((user) => [user.id, user])));
  }

  /** `null` for nobody, and for somebody who has been deleted. */
  named(id: number | null | undefined): Named | null {
    const user = this.byId.get(id ?? NaN);
    return user ? { id: user.id, name: user.name } : null;
  }

  /** Whom a field of the input names: nobody, or somebody of this tenant. */
  chosen(field: string, id: number | null | undefined): Named | null {
    const named = this.named(id);
    if (id != null && !named) throw new InvalidSelectionError(field);
    return named;
  }

  /** The caller as the one who acts. */
  actor({ userId, app }: Person): Actor {
    return { id: userId, name: this.named(userId)?.name ?? '', app };
  }

  /** An operator is nobody of the tenant. */
  author(by: Author): Actor | null {
    return by instanceof Operator ? null : this.actor(by);
  }
}
