import type { HttpReply } from '../../../http/platform.js';
import type { ItemsAnswer } from '../items/item-reader.js';
import { exported } from './exports.js';

export function markUncached(reply: HttpReply): void {
  reply.header('cache-control', 'private, no-cache');
  reply.header('vary', 'Origin, Cache-Control, Authorization');
}

/** `{data}`, or a 204 for what was written and may not be read. */
export function sendData(reply: HttpReply, data: unknown): { data: unknown } | undefined {
  markUncached(reply);
  if (data === undefined) reply.status(204);
  return data === undefined ? undefined : { data };
}

/** `{data}`, with `meta` where it was asked for; or an attachment of the bare data. */
export function sendItems(reply: HttpReply, { data, meta, exportAs }: ItemsAnswer): unknown {
  markUncached(reply);
  if (exportAs === null) return { data, ...(meta && { meta }) };
  const { extension, contentType, text } = exported(data, exportAs);
  const day = new Date().toISOString().slice(0, 10);
  reply.header('content-disposition', `attachment; filename="notifications ${day}.${extension}"`);
  reply.header('content-type', contentType);
  return text;
}
