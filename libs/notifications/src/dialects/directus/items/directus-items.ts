import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../domain/caller.js';
import { UnitOfWork } from '../../../persistence/unit-of-work.js';
import type { RawQuery } from '../query/items-query.js';
import { keyIn, keysIn } from './item-keys.js';
import type { Item } from './item-presenter.js';
import { ItemReader, type ItemsAnswer } from './item-reader.js';

/** The collection `directus_notifications`, whichever door a request came through. Each call is one transaction. */
@Injectable()
export class DirectusItems {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ItemReader,
  ) {}

  readMany(caller: Caller, query: RawQuery): Promise<ItemsAnswer> {
    return this.unitOfWork.run(caller.scope, (work) => this.reader.list(work, caller, query));
  }

  readKeys(caller: Caller, keys: readonly unknown[], query: RawQuery): Promise<ItemsAnswer> {
    const known = keysIn(keys);
    return this.unitOfWork.run(caller.scope, (work) => this.reader.withKeys(work, caller, known, query));
  }

  readOne(caller: Caller, key: unknown, query: RawQuery): Promise<Item | number> {
    const known = keyIn(key);
    return this.unitOfWork.run(caller.scope, (work) => this.reader.one(work, caller, known, query));
  }
}
