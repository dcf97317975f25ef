import { z } from 'zod';

const variables = z.record(z.string(), z.unknown());

/** monday's own examples send the variables as an object, and as the JSON text of one. */
const variablesText = z.string().transform((text, context) => {
  try {
    return variables.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }
});

/** The body of `POST /v2`: GraphQL over HTTP. What else it holds is passed over. */
export const mondayRequest = z.object(
  {
    query: z.string({ error: 'No query string was present' }),
    variables: z
      .union([variables, variablesText], {
        error: 'The variables must be an object, or the JSON text of one',
      })
      .nullish(),
    operationName: z.string({ error: 'The operationName must be a string' }).nullish(),
  },
  { error: 'The body must be a JSON object with a query' },
);
