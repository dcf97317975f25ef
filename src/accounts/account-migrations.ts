import { CreateAccounts1700000110000 } from './migrations/1700000110000-create-accounts.js';
import { CreateAccessTokens1700000111000 } from './migrations/1700000111000-create-access-tokens.js';
import { KeepEmailsApart1700000112000 } from './migrations/1700000112000-keep-emails-apart.js';
import { KeepRoleNamesApart1700000114000 } from './migrations/1700000114000-keep-role-names-apart.js';

export const ACCOUNT_MIGRATIONS = [
  CreateAccounts1700000110000,
  CreateAccessTokens1700000111000,
  KeepEmailsApart1700000112000,
  KeepRoleNamesApart1700000114000,
];
