import { z } from 'zod';
import { id } from '../../input/id.js';
import { line } from '../../input/text.js';

/** Names of teams are not unique, handles are. */
export const teamMemberInput = z.object({ team: id, user: line });
export type TeamMemberInput = z.infer<typeof teamMemberInput>;
