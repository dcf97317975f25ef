import { Option } from 'nest-commander';
import { askedNumber } from './asked.js';
import { OperatorCommand } from './operator-command.js';

/** A list, a page at a time, newest first. */
export abstract class PageCommand extends OperatorCommand {
  @Option({ flags: '--limit <number>', description: 'At most so many: 50, up to 200' })
  limit(text: string): number | string {
    return askedNumber(text);
  }

  @Option({ flags: '--before <id>', description: 'Go on after this one, the last of the page before' })
  before(text: string): number | string {
    return askedNumber(text);
  }
}
