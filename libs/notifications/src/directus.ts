export { DirectusDialectModule } from './dialects/directus/directus-dialect.module.js';
export {
  type DirectusUser,
  type DirectusUserChanges,
  DirectusUsers,
} from './dialects/directus/users/directus-users.js';
