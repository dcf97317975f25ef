import { failureOf, NotFoundError, UnitOfWork } from '@kendo/notifications';
import { userInfo } from 'node:os';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { z } from 'zod';
import { Operator } from '../accounts/author.js';
import { Tenants } from '../tenancy/tenants.js';
import { type OperationName, OPERATIONS } from './catalogue.js';
import { type Answer, Operation, TenantOperation } from './operation.js';
import { OperationRefused } from './operation-refused.error.js';
import { Operations } from './operations.js';
import { parsed } from './parsed.js';

const inTenant = z.looseObject({ tenant: z.string() });

/** The operations in this process, which has the database. */
@Injectable()
export class LocalOperations extends Operations {
  private readonly by = new Operator(loginName());

  constructor(
    private readonly modules: ModuleRef,
    private readonly tenants: Tenants,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  async run(name: OperationName, input: unknown): Promise<Answer> {
    try {
      return await this.perform(this.named(name), input);
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  }

  /** A command line of another version may ask for what this one does not know. */
  private named(name: OperationName): Operation<unknown> | TenantOperation<unknown> {
    if (!Object.hasOwn(OPERATIONS, name)) throw new OperationRefused(`There is no operation ${name}.`);
    return this.modules.get<Operation<unknown> | TenantOperation<unknown>>(OPERATIONS[name]);
  }

  private async perform(operation: Operation<unknown> | TenantOperation<unknown>, input: unknown) {
    if (operation instanceof Operation) return operation.run(this.by, parsed(operation.input, input));
    const { tenant: slug, ...rest } = parsed(inTenant, input);
    const fields = parsed(operation.input, rest);
    const tenant = await this.tenants.withSlug(slug);
    if (!tenant) throw new OperationRefused(`There is no tenant ${slug}.`);
    return this.unitOfWork.run({ tenantId: tenant.id }, (work) => operation.run(work, this.by, fields));
  }
}

/** For what the operator can mend; a fault stays what it is, and its stack helps to find it. */
function refusalOf(error: unknown): OperationRefused | undefined {
  if (error instanceof NotFoundError) return new OperationRefused('There is nothing with this id.');
  const { status, message, fields } = failureOf(error);
  if (status === 503) return new OperationRefused('The database is away or busy. Try again in a moment.');
  if (status >= 500) return undefined;
  return new OperationRefused(fields ? Object.values(fields).flat().join('\n') : message);
}

/** A container may run as a user without a name. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'operator';
  }
}
