import { createHmac } from 'node:crypto';

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const [FEWEST_BYTES, MOST_BYTES] = [24, 64];

/** The headers of Standard Webhooks 1.0 for a body that is sent at a time, in seconds. */
export function signedHeaders(
  id: string,
  seconds: number,
  body: string,
  secret: string,
): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(SECRET.exec(secret)?.[1] ?? '', 'base64');
  if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
    throw new Error(`A webhook's secret is "whsec_" and ${FEWEST_BYTES} to ${MOST_BYTES} bytes in base64.`);
  }
  return key;
}
