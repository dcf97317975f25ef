import type { OperationName } from './catalogue.js';
import type { Answer } from './operation.js';

/** Does what an operator asks (a port): in this process, or in the one that has the embedded database. */
export abstract class Operations {
  /** The input is judged by the operation itself; what cannot be done is an `OperationRefused`. */
  abstract run(operation: OperationName, input: Readonly<Record<string, unknown>>): Promise<Answer>;
}
