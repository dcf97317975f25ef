import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Mail programs send a form to it (RFC 8058, of either type); nothing in it is needed. */
const UNSUBSCRIBE = '/unsubscribe/';
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Bare, and under the media type of JSON:API. */
const JSON_TYPES = ['application/json', 'application/vnd.api+json'];

/** JSON, nothing at all, and at unsubscribe links what nobody reads. Any other content type or coding is a 415. */
export function acceptBodies(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(JSON_TYPES, { parseAs: 'buffer' }, (request, body, done) => {
    if (isEncoded(request)) {
      return done(new UnsupportedMediaTypeException('The body must come without a content coding.'));
    }
    let text: string;
    try {
      text = UTF8.decode(body as Buffer);
    } catch {
      return done(new BadRequestException('The body is not valid UTF-8.'));
    }
    if (text.trim() === '') return done(null, undefined);
    return parseJson(request, text, (error, value) => done(error && refusalOf(text), value));
  });
  /* Toggles are called with the content type of the client's choice and nothing under it. */
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0 || request.routeOptions.url?.startsWith(UNSUBSCRIBE)) return done(null, undefined);
    return done(new UnsupportedMediaTypeException('Unsupported Media Type'));
  });
}

function isEncoded({ headers }: FastifyRequest): boolean {
  return (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
}

/** The parser says the same of what is no JSON and of what is, but would change the prototype of whoever merges it. */
function refusalOf(text: string): BadRequestException {
  try {
    JSON.parse(text);
  } catch {
    return new BadRequestException('The body is not valid JSON.');
  }
  return new BadRequestException('The body has a key that is refused: "__proto__" or "constructor".');
}
