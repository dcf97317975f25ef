import { AccessToken } from './access-token.entity.js';
import { Role } from './role.entity.js';
import { User } from './user.entity.js';

export const ACCOUNT_ENTITIES = [Role, User, AccessToken];
