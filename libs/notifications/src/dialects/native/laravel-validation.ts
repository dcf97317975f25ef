import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import { InvalidInputError } from '../../domain/errors.js';

type Issue = z.core.$ZodIssue;
type Schema = Parameters<StandardSchemaValidationPipe['validate']>[1];

/** The global pipe: what a zod schema refuses is answered as Laravel's validator would say it. */
@Injectable()
export class LaravelValidationPipe extends StandardSchemaValidationPipe {
  protected override async validate<T = unknown>(value: unknown, schema: Schema) {
    const validate = (input: unknown) => schema['~standard'].validate(input);
    let result = await validate(value ?? {});
    /* A body that is no object has none of the fields, and the answer names them. */
    if (result.issues?.[0]?.path?.length === 0) result = await validate({}).then((empty) => (empty.issues ? empty : result));
    if (result.issues) throw new InvalidInputError(laravelErrors(result.issues as Issue[], value));
    return { value: result.value as T };
  }
}
