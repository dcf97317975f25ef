import { Command, Option, SubCommand } from 'nest-commander';
import { CommandGroup } from '../command-group.js';
import type { Options } from '../operator-command.js';
import { TenantCommand, TenantPageCommand } from '../tenant-command.js';

const COLUMNS = ['id', 'event', 'email', 'reason', 'attempts', 'last_answer'];

@SubCommand({ name: 'list', description: 'List events and deliveries that are not tried any more' })
export class ListDeadLettersCommand extends TenantPageCommand {
  run(_: string[], options: Options): Promise<void> {
    return this.operate('dead-letters.list', options, COLUMNS);
  }
}

/** What one call of the operation did, and where the next one begins. */
interface Piece {
  readonly resent: number;
  readonly next: string | null;
}

@SubCommand({ name: 'resend', arguments: '[ids...]', description: 'Send again, as if never tried' })
export class ResendDeadLettersCommand extends TenantCommand {
  async run(ids: string[], options: Options): Promise<void> {
    const named = ids.length > 0 ? { ids } : {};
    let piece: Piece = { resent: 0, next: null };
    let resent = 0;
    do {
      const from = piece.next === null ? {} : { before: piece.next };
      piece = (await this.ask('dead-letters.resend', { ...options, ...named, ...from })) as Piece;
      resent += piece.resent;
    } while (piece.next !== null);
    this.print({ resent }, options);
  }

  @Option({ flags: '--all', description: 'All that there are' })
  all(): boolean {
    return true;
  }
}

@Command({
  name: 'dead-letters',
  description: 'List what was not delivered, and send it again',
  subCommands: [ListDeadLettersCommand, ResendDeadLettersCommand],
})
export class DeadLettersCommand extends CommandGroup {}
