import { z } from 'zod';
import { oneLine } from './text.js';

const MAX_URL = 2_000;

/** Where a picture is. */
export const link = oneLine.max(MAX_URL).pipe(z.url({ protocol: /^https?$/ }));
