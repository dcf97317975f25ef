import { z } from 'zod';
import { InvalidDocumentError } from './json-api-error.js';

/** What clients send that have nothing to say: no document, or one without a resource in it. */
const nothing = z.object({ data: z.strictObject({}).nullish() }).nullish();

/** The actions need no document. One that comes names the resource; whatever it says beside that is not read. */
export function checkActionDocument(document: unknown, id: string): void {
  if (nothing.safeParse(document).success) return;
  const resource = z.object(
    {
      type: z.literal('notifications', { error: 'The type must be notifications.' }),
      id: z.literal(id, { error: 'The id must be the one in the URL.' }),
    },
    { error: 'The data must be the resource that the URL names, or null.' },
  );
  const result = z
    .object({ data: resource }, { error: 'The document must be an object with data.' })
    .safeParse(document);
  if (result.success) return;
  const errors = result.error.issues.map(({ path, message }) => [pointerOf(path), [message]] as const);
  throw new InvalidDocumentError(Object.fromEntries(errors));
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key)}`).join('');
}
