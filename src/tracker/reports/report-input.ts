import { z } from 'zod';
import { line, text } from '../../input/text.js';

export const reportInput = z.strictObject({ title: line, body: text.nullish() });
export type ReportInput = z.infer<typeof reportInput>;
