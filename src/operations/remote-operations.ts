import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import type { OperationName } from './catalogue.js';
import type { Answer } from './operation.js';
import { OperationRefused } from './operation-refused.error.js';
import { Operations } from './operations.js';

const PATIENCE_MS = 30_000;

/** Asks the process that has the embedded database, at its operator door. */
export class RemoteOperations extends Operations {
  constructor(
    private readonly socketPath: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    super();
  }

  async run(operation: OperationName, input: Readonly<Record<string, unknown>>): Promise<Answer> {
    const { status, body } = await this.post(`/${operation}`, JSON.stringify(input));
    if (status === 200) return body;
    throw new OperationRefused('message' in body ? String(body.message) : `The server answers ${status}.`);
  }

  private async post(path: string, body: string): Promise<{ status: number | undefined; body: Answer }> {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const signal = AbortSignal.timeout(this.patienceMs);
    const call = request({ socketPath: this.socketPath, method: 'POST', path, headers, signal });
    /* One that comes after the answer is of no interest any more. */
    call.on('error', () => undefined).end(body);
    try {
      const [response] = (await once(call, 'response')) as [IncomingMessage];
      return { status: response.statusCode, body: (await json(response)) as Answer };
    } catch {
      const what = signal.aborted
        ? `does not answer within ${this.patienceMs / 1_000} s`
        : 'stopped meanwhile';
      throw new OperationRefused(`The server ${what}, and may or may not have done this.`);
    }
  }
}
