import { type Caller, ForbiddenError, UnitOfWork } from '@kendo/notifications';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { enterProject } from './project-access.js';
import type { Project } from './project.entity.js';

export const PROJECT_PERMISSION = 'tracker:project-permission';

export interface ProjectRequest {
  readonly caller: Caller;
  readonly params: { readonly project: string };
  project: Project;
}

/** Judges the caller before the body is looked at, so that a mistake in it tells a stranger nothing. */
@Injectable()
export class ProjectGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ProjectRequest>();
    const { caller, params } = request;
    if (caller.userId === null) throw new ForbiddenError();
    const permission = this.reflector.get<string | undefined>(PROJECT_PERMISSION, context.getHandler());
    request.project = await this.unitOfWork.run(caller.scope, (work) =>
      enterProject(work, caller, params.project, permission),
    );
    return true;
  }
}
