import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Project } from './project.entity.js';
import { PROJECT_PERMISSION, ProjectGuard, type ProjectRequest } from './project.guard.js';

/** A route under `:project`: 404 for who is not in it, 403 without the permission. */
export const InProject = (permission?: string) =>
  applyDecorators(
    SetMetadata(PROJECT_PERMISSION, permission),
    UseGuards(ProjectGuard),
    ApiParam({ name: 'project', type: 'integer' }),
  );

/** The project that `InProject` let the caller into. */
export const CurrentProject = createParamDecorator(
  (_: unknown, context: ExecutionContext): Project =>
    context.switchToHttp().getRequest<ProjectRequest>().project,
);
