import { idIn, NotFoundError } from '@kendo/notifications';
import { type PipeTransform } from '@nestjs/common';
import { z } from 'zod';

/** An id in a body: a safe integer, as they all are. */
export const id = z.int().positive();

/** An id in a path. What is no id is the id of nothing. */
export function pathId(text: string): number {
  const number = idIn(text);
  if (number === null) throw new NotFoundError();
  return number;
}

/** For `@Param('report', PathId)`. */
export class PathId implements PipeTransform<string, number> {
  transform(text: string): number {
    return pathId(text);
  }
}
