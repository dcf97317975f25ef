/** What a token may do by itself, whatever its person may do; `*` is all of it. */
export const ABILITIES = ['*', 'events:write', 'notifications:write'] as const;
