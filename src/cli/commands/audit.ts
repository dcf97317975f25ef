import { Command, SubCommand } from 'nest-commander';
import { CommandGroup } from '../command-group.js';
import type { Options } from '../operator-command.js';
import { TenantPageCommand } from '../tenant-command.js';

/** What it was before, and after, is for `--json`. */
const COLUMNS = ['id', 'at', 'operator', 'actor_id', 'action', 'subject'];

@SubCommand({ name: 'list', description: 'List who changed what, newest first' })
export class ListAuditCommand extends TenantPageCommand {
  run(_: string[], options: Options): Promise<void> {
    return this.operate('audit.list', options, COLUMNS);
  }
}

@Command({ name: 'audit', description: "Read a tenant's audit", subCommands: [ListAuditCommand] })
export class AuditCommand extends CommandGroup {}
