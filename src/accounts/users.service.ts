import { Injectable } from '@nestjs/common';
import { NotFoundError, PeopleService, type Work } from '@kendo/notifications';
import { type Page, readPage } from '../input/page.js';
import { unlessTaken } from './taken.js';
import { User } from './user.entity.js';

export type UserChanges = { readonly [Column in keyof User]?: User[Column] | undefined };

/** What an inbox shows of a person. */
const SHOWN = ['firstName', 'lastName', 'profilePicture'] as const;

/** The people of a tenant. */
@Injectable()
export class UsersService {
  constructor(private readonly people: PeopleService) {}

  /** With the roles. */
  async list(work: Work, page: Page): Promise<User[]> {
    const users = work.manager
      .createQueryBuilder(User, 'user')
      .innerJoinAndSelect('user.role', 'role')
      .where('user.tenantId = :tenantId', { tenantId: work.scope.tenantId });
    return readPage(users, 'user.id', page);
  }

  /** With the role. */
  async get(work: Work, id: number): Promise<User> {
    const user = await work.manager.findOne(User, {
      where: { tenantId: work.scope.tenantId, id },
      relations: { role: true },
    });
    if (!user) throw new NotFoundError();
    return user;
  }

  /** What is undefined stays. */
  async change(work: Work, id: number, changes: UserChanges): Promise<void> {
    if (Object.values(changes).every((value) => value === undefined)) return;
    const where = { tenantId: work.scope.tenantId, id };
    await unlessTaken(() => work.manager.update(User, where, changes));
    if (SHOWN.some((column) => changes[column] !== undefined)) await this.people.changed(work);
  }
}
