import { type DocumentNode, execute, GraphQLError } from 'graphql';
import type { Result } from './monday-answer.js';
import { readDocument, type Refused } from './monday-document.js';
import { type MondayCode, MondayError, tellError } from './monday-errors.js';
import { mondayRequest } from './monday-request.js';
import { MONDAY_SCHEMA, VERSION } from './monday-schema.js';

/** What a request asks for, once it is read and found to be in order. */
export interface Operation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly name: string | null;
}

/** As the schema lets them in; ids may have come as integers and are text by now. */
export interface NotificationArgs {
  readonly user_id: string;
  readonly target_id: string;
  readonly text: string;
  readonly target_type: 'Project' | 'Post' | 'project' | 'post';
}

/** What the root fields do that do something. */
export interface Root {
  create_notification(args: NotificationArgs): Promise<{ readonly id: number; readonly text: string }>;
}

export function readOperation(body: unknown): Operation | Refused {
  if (Array.isArray(body)) return refused('ComplexityException', 'One query a request: batches are refused.');
  const { data, error } = mondayRequest.safeParse(body);
  if (error) return refused('InvalidArgumentException', error.issues[0]?.message ?? error.message);
  const document = readDocument(data.query);
  if ('errors' in document) return document;
  return { document, variables: data.variables ?? {}, name: data.operationName ?? null };
}

/** Refusals stand in the result, each beside its field; any other fault is thrown. */
export async function runOperation({ document, variables, name }: Operation, root: Root): Promise<Result> {
  const { data, errors } = await execute({
    schema: MONDAY_SCHEMA,
    document,
    rootValue: { ...root, version: { value: VERSION } },
    variableValues: variables,
    operationName: name,
  });
  for (const { originalError } of errors ?? []) {
    if (originalError && !(originalError instanceof GraphQLError)) throw originalError;
  }
  const told = errors?.map((error) => tellError(error, 'InvalidArgumentException'));
  return { ...(data === undefined ? {} : { data }), ...(told ? { errors: told } : {}) };
}

function refused(code: MondayCode, message: string): Refused {
  return { errors: [tellError(new MondayError(code, message), code)] };
}
