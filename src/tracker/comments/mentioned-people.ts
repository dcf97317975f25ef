import { InvalidInputError, type Work } from '@kendo/notifications';
import { In } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { mentionedHandles } from './mentions.js';

const MAX_MENTIONED = 50;

/** The ids of the tenant's people whom a comment names; a handle that nobody has is just a word. */
export async function mentionedPeople(work: Work, body: string): Promise<number[]> {
  const people = await work.manager.find(User, {
    select: { tenantId: true, id: true },
    where: { tenantId: work.scope.tenantId, handle: In(mentionedHandles(body)) },
    order: { id: 'ASC' },
    take: MAX_MENTIONED + 1,
  });
  if (people.length > MAX_MENTIONED) {
    throw new InvalidInputError({
      body: [`The body field must not mention more than ${MAX_MENTIONED} people.`],
    });
  }
  return people.map(({ id }) => id);
}
