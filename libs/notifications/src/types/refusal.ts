import type { z } from 'zod';

/** `mail.from must be …`, of the first part that a schema refuses; its errors are the ends of such sentences. */
export function refusalOf(schema: z.ZodType, value: unknown): string | null {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue ? `${issue.path.join('.')} ${issue.message}.` : null;
}
