import { AsyncLocalStorage } from 'node:async_hooks';

const requestIds = new AsyncLocalStorage<string>();

/** For log lines alone: what a request is about travels as arguments. */
export function currentRequestId(): string | undefined {
  return requestIds.getStore();
}

export function duringRequest(id: string, action: () => void): void {
  requestIds.run(id, action);
}
