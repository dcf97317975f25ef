import { z } from 'zod';
import { id } from './id.js';

export const memberInput = z.strictObject({ user_id: id });
export type MemberInput = z.infer<typeof memberInput>;
