import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import { PermissionGuard, REQUIREMENT, type Requirement } from './permission.guard.js';

const requires = (requirement: Requirement) =>
  applyDecorators(SetMetadata(REQUIREMENT, requirement), UseGuards(PermissionGuard));

/** The role permissions of which one is needed; without any a route answers 403, before it looks at its input. */
export const Requires = (...permissions: readonly string[]) =>
  requires((caller) => permissions.some((permission) => caller.can(permission)));

/** The token ability without which a route answers 403, whoever the token speaks for. */
export const RequiresAbility = (ability: string) => requires((caller) => caller.hasAbility(ability));
