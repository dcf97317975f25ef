import { createHash, createVerify, type KeyObject } from 'node:crypto';

/** What a receiver finds in a mail's signature, and whether it holds for the body and for the signed headers. */
interface Verdict {
  readonly domain: string | undefined;
  readonly selector: string | undefined;
  /** Of the signed headers, in lower case. */
  readonly signed: readonly string[];
  readonly bodyHolds: boolean;
  readonly headersHold: boolean;
}

/** Looks at a mail as it came over the wire, as a receiver does who knows the public key (RFC 6376, relaxed/relaxed). */
export function verifyDkim(raw: string, publicKey: KeyObject): Verdict {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = headers.find((header) => /^dkim-signature:/i.test(header)) ?? '';
  const tags = tagsOf(signature);
  const signed = (tags.get('h') ?? '').toLowerCase().split(':');
  const last = (name: string) => headers.findLast((header) => header.toLowerCase().startsWith(`${name}:`));
  const data = signed.flatMap((name) => last(name) ?? []).map((header) => `${relaxedHeader(header)}\r\n`);
  const own = relaxedHeader(signature).replace(/(;\s*b=)[^;]*/, '$1');
  return {
    domain: tags.get('d'),
    selector: tags.get('s'),
    signed,
    bodyHolds: tags.get('bh') === hashOf(relaxedBody(raw.slice(end + 4))),
    headersHold: createVerify('RSA-SHA256')
      .update(data.join('') + own)
      .verify(publicKey, tags.get('b') ?? '', 'base64'),
  };
}

function tagsOf(signature: string): Map<string, string> {
  const tags = signature
    .replace(/^[^:]*:/, '')
    .replace(/\s/g, '')
    .split(';');
  return new Map(tags.map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]));
}

function relaxedHeader(header: string): string {
  const [, name = '', value = ''] = /^([^:]*):([^]*)$/.exec(header) ?? [];
  return `${name.trim().toLowerCase()}:${value.replace(/\s+/g, ' ').trim()}`;
}

function relaxedBody(body: string): string {
  const lines = body.replace(/[ \t]+/g, ' ').replace(/ \r\n/g, '\r\n');
  return lines.replace(/(\r\n)*$/, '\r\n');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
