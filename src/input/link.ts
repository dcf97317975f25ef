import { z } from 'zod';
import { storableText } from '@kendo/notifications';

const MAX_URL = 2_000;

/** Where a picture is. */
export const link = storableText.max(MAX_URL).pipe(z.url({ protocol: /^https?$/ }));
