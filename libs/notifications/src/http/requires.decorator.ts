import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import { PermissionGuard, REQUIRED_PERMISSION } from './permission.guard.js';

/** The role permission without which a route answers 403, before it looks at its input. */
export const Requires = (permission: string) =>
  applyDecorators(SetMetadata(REQUIRED_PERMISSION, permission), UseGuards(PermissionGuard));
