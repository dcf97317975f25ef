import { type OutgoingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { READS_ON } from './reading-on.js';

/** By Node's code; what else is wrong is no HTTP. */
const REFUSALS: Readonly<Record<string, [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'The URL and the headers are too long.'],
};
const NO_HTTP: [number, string] = [400, 'The request cannot be read.'];

/** What Node is answering on it, which it asks as well before it writes to a socket by itself. */
type Answering = Socket & { readonly _httpMessage?: OutgoingMessage | null };

/**
 * A request whose head nobody can read comes to no route. It is answered, and what still comes is thrown away for a
 * while: to hang up with bytes unread is a reset, and who still sends then never reads why.
 */
export function refuseUnreadable({ code = '' }: ConnectionError, socket: Answering): void {
  /* Reported again with each piece that comes after the first. */
  if (!socket.writable) return;
  /* In the middle of another answer it would be a part of that one. */
  if (socket._httpMessage?.headersSent) return void socket.destroy();
  socket.end(answer(...(REFUSALS[code] ?? NO_HTTP)));
  socket.setTimeout(READS_ON.silence, () => socket.destroy());
  const end = setTimeout(() => socket.destroy(), READS_ON.atMost);
  socket.once('close', () => clearTimeout(end));
}

function answer(status: number, message: string): string {
  const body = JSON.stringify({ message });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
