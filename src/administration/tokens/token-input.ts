import { queryInteger } from '@kendo/notifications';
import { z } from 'zod';
import { ABILITIES } from '../../accounts/abilities.js';
import { id } from '../../input/id.js';
import { link } from '../../input/link.js';
import { pageInput } from '../../input/page.js';
import { line } from '../../input/text.js';

const abilities = z
  .array(z.enum(ABILITIES))
  .max(ABILITIES.length)
  .transform((names) => [...new Set(names)]);

/** In years that are written with four digits. */
const expiry = z.iso.datetime({ offset: true, abort: true }).refine(
  (text) => {
    const time = new Date(text);
    return time.getTime() > Date.now() && time.getUTCFullYear() <= 9999;
  },
  { error: 'The expires at field must be a date after now.' },
);

const withName = {
  path: ['app_icon'],
  error: 'The app icon field is prohibited when app name is not present.',
};

export const tokenInput = z
  .strictObject({
    user_id: id.nullable().describe('Whom it speaks for; null for a service, which is nobody'),
    name: line,
    abilities,
    expires_at: expiry.nullish(),
    app_name: line.describe('Makes it the token of an app, which acts under this name').nullish(),
    app_icon: link.nullish(),
  })
  .refine(({ app_name, app_icon }) => app_name || !app_icon, withName);
export type TokenInput = z.infer<typeof tokenInput>;

export const tokensInput = pageInput.extend({ user_id: queryInteger(id).optional() });
export type TokensInput = z.infer<typeof tokensInput>;
