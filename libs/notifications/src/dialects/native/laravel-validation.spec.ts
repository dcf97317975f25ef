import { z } from 'zod';
import { InvalidInputError } from '../../domain/errors.js';
import { laravelErrors, LaravelValidationPipe } from './laravel-validation.js';

function errorsOf(schema: z.ZodType, input: unknown): Record<string, string[]> {
  return laravelErrors(schema.safeParse(input).error?.issues ?? [], input);
}

describe('sentences for fields', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['The user id field is required.', z.int(), undefined],
    ['The user id field is required.', z.string(), null],
    ['The user id field is required.', z.string().trim().min(1), ' '],
    ['The user id field must be an integer.', z.int(), 'x'],
    ['The user id field must be an integer.', z.int(), 1.5],
    ['The user id field must be greater than 0.', z.int().positive(), 0],
    ['The user id field must be at least 1.', z.int().min(1), 0],
    ['The user id field must not be greater than 200.', z.int().max(200), 201],
    ['The user id field must be true or false.', z.boolean(), 'yes'],
    ['The user id field must be a string.', z.string(), 4],
    ['The user id field must not be greater than 2 characters.', z.string().max(2), 'abc'],
    ['The user id field must be an array.', z.array(z.int()), 4],
    ['The user id field must have at least 1 items.', z.array(z.int()).min(1), []],
    ['The user id field must not have more than 1 items.', z.array(z.int()).max(1), [1, 2]],
    ['The selected user id is invalid.', z.enum(['a', 'b']), 'c'],
    ['The user id field must be a valid email address.', z.email(), 'nobody'],
    ['Not this one.', z.string().refine(() => false, { error: 'Not this one.' }), 'x'],
  ])('%s', (sentence, schema, value) => {
    expect(errorsOf(z.object({ user_id: schema }), { user_id: value })).toEqual({ user_id: [sentence] });
  });
});

it('names an entry of a list by its raw path', () => {
  expect(errorsOf(z.object({ notification_ids: z.array(z.int()) }), { notification_ids: [1, 'x'] })).toEqual({
    'notification_ids.1': ['The notification_ids.1 field must be an integer.'],
  });
});

it('names a key that is not expected', () => {
  expect(errorsOf(z.strictObject({}), { is_admin: true })).toEqual({
    is_admin: ['The is admin field is prohibited.'],
  });
});

describe('the pipe', () => {
  const schema = z.object({ name: z.string(), prefix: z.string() });
  const send = (value: unknown, to: z.ZodType = schema) =>
    new LaravelValidationPipe().transform(value, { type: 'body', schema: to });

  it('gives what the schema made of the input', async () => {
    await expect(send({ name: 'A', prefix: 'B', more: 1 })).resolves.toEqual({ name: 'A', prefix: 'B' });
  });

  it.each([[undefined], [null], ['text'], [[1]]])('names every field that %j does not have', async (body) => {
    await expect(send(body)).rejects.toEqual(
      new InvalidInputError({
        name: ['The name field is required.'],
        prefix: ['The prefix field is required.'],
      }),
    );
  });

  it('takes no body for an empty one, and refuses one that is no object', async () => {
    const optional = schema.partial();
    await expect(send(undefined, optional)).resolves.toEqual({});
    await expect(send([1], optional)).rejects.toMatchObject({
      errors: { body: ['The body field must be an object.'] },
    });
  });
});
