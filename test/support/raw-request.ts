import { once } from 'node:events';
import { connect } from 'node:net';
import type { Answer } from './http-client.ts';

export interface RawRequest {
  readonly method: string;
  /** As it stands on the wire. */
  readonly path: string;
  /** One that is given as `null` is left out. Latin-1, like the path. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | Buffer;
}

/** What no proper client would send, byte by byte, on a connection of its own. */
export async function sendRaw(port: number, request: RawRequest): Promise<Answer> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(Buffer.from(headOf(request), 'latin1'));
  socket.write(request.body ?? '');
  let received = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    received += String(chunk);
    if (isWhole(received)) break;
  }
  return answerIn(received);
}

function headOf({ method, path, headers, body = '' }: RawRequest): string {
  const all = { 'content-length': String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return [`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

/** Every answer that is looked for has a body, and tells its length. */
function isWhole(received: string): boolean {
  const length = /^content-length: (\d+)$/im.exec(received)?.[1] ?? Infinity;
  return Buffer.byteLength(splitOnce(received, '\r\n\r\n')[1]) >= Number(length);
}

function answerIn(received: string): Answer {
  const [head, body] = splitOnce(received, '\r\n\r\n');
  const [first, ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => splitOnce(line, ': ')).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const isJson = String(headers['content-type']).includes('json');
  return { status: Number(first?.split(' ')[1]), headers, body: isJson ? JSON.parse(body) : body };
}

function splitOnce(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
