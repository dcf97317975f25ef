import type { RateCount } from './rate-limit.js';

/**
 * What clients of each kind look for: `X-RateLimit-*` of the limit that is nearest, as Laravel and Directus send it;
 * `RateLimit` and `RateLimit-Policy` of all (draft-ietf-httpapi-ratelimit-headers-10), as monday sends them; and
 * `Retry-After` once one has refused.
 */
export function rateLimitHeaders(counts: readonly RateCount[]): Record<string, string | number> {
  const refusal = counts.find(({ isRefused }) => isRefused);
  const nearest = refusal ?? counts.reduce((one, other) => (other.remaining < one.remaining ? other : one));
  return {
    'x-ratelimit-limit': nearest.limit,
    'x-ratelimit-remaining': nearest.remaining,
    'ratelimit-policy': counts.map((one) => `"${one.name}";q=${one.limit};w=${one.windowSeconds}`).join(', '),
    ratelimit: counts.map((one) => `"${one.name}";r=${one.remaining};t=${one.seconds}`).join(', '),
    ...(refusal && {
      'x-ratelimit-reset': Math.ceil(Date.now() / 1000) + refusal.seconds,
      'retry-after': refusal.seconds,
    }),
  };
}
