import { Command, Option, SubCommand } from 'nest-commander';
import { askedList, askedNumber } from '../asked.js';
import { CommandGroup } from '../command-group.js';
import type { Options } from '../operator-command.js';
import { TenantCommand, TenantPageCommand } from '../tenant-command.js';

const COLUMNS = ['id', 'user_id', 'name', 'abilities', 'expires_at', 'last_used_at'];

@SubCommand({ name: 'create', description: 'Mint a token; its text is printed this once' })
export class CreateTokenCommand extends TenantCommand {
  run(_: string[], options: Options): Promise<void> {
    return this.operate('tokens.create', options);
  }

  @Option({ flags: '--user <handle>', description: 'Whom it speaks for' })
  user(text: string): string {
    return text;
  }

  @Option({ flags: '--service', description: 'It speaks for nobody' })
  service(): boolean {
    return true;
  }

  @Option({ flags: '--name <name>', description: 'What it is for', required: true })
  name(text: string): string {
    return text;
  }

  @Option({ flags: '--abilities <names>', description: 'Such as events:write, or *', required: true })
  abilities(text: string): string[] {
    return askedList(text);
  }

  @Option({ flags: '--expires-at <time>', description: 'Such as 2027-01-01T00:00:00Z; never, if left out' })
  expiresAt(text: string): string {
    return text;
  }

  @Option({ flags: '--app-name <name>', description: 'Makes it an app, which acts under this name' })
  appName(text: string): string {
    return text;
  }

  @Option({ flags: '--app-icon <url>', description: "The app's icon" })
  appIcon(text: string): string {
    return text;
  }
}

@SubCommand({ name: 'list', description: 'List the tokens, newest first, without their secrets' })
export class ListTokensCommand extends TenantPageCommand {
  run(_: string[], options: Options): Promise<void> {
    return this.operate('tokens.list', options, COLUMNS);
  }

  @Option({ flags: '--user <handle>', description: "This person's alone" })
  user(text: string): string {
    return text;
  }
}

@SubCommand({ name: 'revoke', arguments: '<id>', description: 'Revoke a token, from the next request on' })
export class RevokeTokenCommand extends TenantCommand {
  run([token = '']: string[], options: Options): Promise<void> {
    return this.operate('tokens.revoke', { ...options, token: askedNumber(token) });
  }
}

@Command({
  name: 'tokens',
  description: "Manage a tenant's tokens",
  subCommands: [CreateTokenCommand, ListTokensCommand, RevokeTokenCommand],
})
export class TokensCommand extends CommandGroup {}
