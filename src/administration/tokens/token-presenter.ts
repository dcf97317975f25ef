import { laravelTime } from '@kendo/notifications/native';
import { z } from 'zod';
import type { AccessToken } from '../../accounts/access-token.entity.js';
import { id } from '../../input/id.js';

const time = z.iso.datetime();

export const tokenOutput = z.object({
  id,
  user_id: id.nullable(),
  name: z.string(),
  abilities: z.array(z.string()),
  app: z.object({ name: z.string(), icon: z.string().nullable() }).nullable(),
  expires_at: time.nullable(),
  last_used_at: time.nullable(),
  created_at: time,
});

export const newTokenOutput = tokenOutput.extend({
  token: z.string().describe('The token itself, which is told this once'),
});

/** A token without its secret. */
export function presentToken(token: AccessToken): z.infer<typeof tokenOutput> {
  return {
    id: token.id,
    user_id: token.userId,
    name: token.name,
    abilities: token.abilities,
    app: token.appName === null ? null : { name: token.appName, icon: token.appIcon },
    expires_at: token.expiresAt && laravelTime(token.expiresAt),
    last_used_at: token.lastUsedAt && laravelTime(token.lastUsedAt),
    created_at: laravelTime(token.createdAt),
  };
}
