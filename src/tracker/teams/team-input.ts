import { z } from 'zod';
import { line } from '../../input/text.js';

export const teamInput = z.strictObject({ name: line });
export type TeamInput = z.infer<typeof teamInput>;

/** What is left out stays. */
export const teamPatch = teamInput.partial();
export type TeamPatch = z.infer<typeof teamPatch>;
