import { AuditCommand } from './commands/audit.js';
import { DeadLettersCommand } from './commands/dead-letters.js';
import { RolesCommand } from './commands/roles.js';
import { TeamsCommand } from './commands/teams.js';
import { TenantsCommand } from './commands/tenants.js';
import { TokensCommand } from './commands/tokens.js';
import { UsersCommand } from './commands/users.js';

const GROUPS = [
  TenantsCommand,
  UsersCommand,
  RolesCommand,
  TokensCommand,
  TeamsCommand,
  AuditCommand,
  DeadLettersCommand,
];

/** Every command, for a module to provide. */
export const COMMANDS = GROUPS.flatMap((group) => group.registerWithSubCommands());
