import { Injectable } from '@nestjs/common';
import { NotFoundError, type Work } from '@kendo/notifications';
import { In } from 'typeorm';
import { type Page, readPage } from '../tracker/input/page.js';
import { User } from './user.entity.js';

/** The people of a tenant. */
@Injectable()
export class UsersService {
  async list(work: Work, page: Page): Promise<User[]> {
    const users = work.manager
      .createQueryBuilder(User, 'user')
      .where('user.tenantId = :tenantId', { tenantId: work.scope.tenantId });
    return readPage(users, 'user.id', page);
  }

  async get(work: Work, id: number): Promise<User> {
    const [user] = await this.withIds(work, [id]);
    if (!user) throw new NotFoundError();
    return user;
  }

  /** With their roles; who is not there is left out. */
  async withIds(work: Work, ids: readonly number[]): Promise<User[]> {
    return work.manager.find(User, {
      where: { tenantId: work.scope.tenantId, id: In(ids) },
      relations: { role: true },
    });
  }
}
