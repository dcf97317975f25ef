import { Option } from 'nest-commander';
import { OperatorCommand } from './operator-command.js';
import { PageCommand } from './page-command.js';

const TENANT = { flags: '--tenant <slug>', description: 'The tenant, such as acme', required: true };

/** About one tenant. */
export abstract class TenantCommand extends OperatorCommand {
  @Option(TENANT)
  tenant(slug: string): string {
    return slug;
  }
}

/** A list of what one tenant has. */
export abstract class TenantPageCommand extends PageCommand {
  @Option(TENANT)
  tenant(slug: string): string {
    return slug;
  }
}
