import { HttpException } from '@nestjs/common';
import { JSON_API } from './json-api-document.js';

/** What a client says that takes our documents without naming their type. */
const ANY = ['*/*', 'application/*', 'application/json'];
/** JSON:API 1.1: a profile may be ignored, an extension must be understood, and there is no other parameter. */
const IGNORED = ['profile'];

interface MediaType {
  readonly name: string;
  /** In lower case; without the weight. */
  readonly parameters: readonly string[];
  readonly refused: boolean;
}

/** A document under the media type of JSON:API must be of the plain one; a 415 where it is not. */
export function checkContentType(header: string | undefined): void {
  const [type] = mediaTypesIn(header);
  if (type?.name !== JSON_API || isPlain(type)) return;
  throw new HttpException('The media type of JSON:API takes no parameters here but profile.', 415);
}

/** A 406 where the client takes JSON:API only in ways that are not spoken here, or does not take it at all. */
export function checkAccept(header: string | undefined): void {
  const types = mediaTypesIn(header);
  const ours = types.filter(({ name }) => name === JSON_API);
  const isTaken =
    ours.length > 0 ? ours.some(isPlain) : types.some(({ name, refused }) => ANY.includes(name) && !refused);
  if (types.length === 0 || isTaken) return;
  throw new HttpException(`The answer is ${JSON_API} without parameters, which Accept does not allow.`, 406);
}

function isPlain({ parameters, refused }: MediaType): boolean {
  return !refused && parameters.every((name) => IGNORED.includes(name));
}

function mediaTypesIn(header = ''): MediaType[] {
  return separated(header, ',').flatMap((one) => {
    const [name = '', ...parameters] = separated(one, ';').map((part) => part.toLowerCase());
    const weight = parameters.find((part) => /^q\s*=/.test(part));
    const names = parameters
      .filter((part) => part !== weight)
      .map((part) => part.split('=', 1)[0]?.trim() ?? '');
    return { name, parameters: names, refused: /^q\s*=\s*0(\.0*)?$/.test(weight ?? '') };
  });
}

/** Parts that are not empty; what stands in quotes, as an extension's URI does, is not taken apart. */
function separated(text: string, separator: ',' | ';'): string[] {
  const parts = text.match(separator === ',' ? /(?:"[^"]*"|[^",])+/g : /(?:"[^"]*"|[^";])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
