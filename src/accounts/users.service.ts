import { Injectable } from '@nestjs/common';
import { NotFoundError, type Work } from '@kendo/notifications';
import { type Page, readPage } from '../input/page.js';
import { User } from './user.entity.js';

/** The people of a tenant. */
@Injectable()
export class UsersService {
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
}
