import { ChannelFailure } from './notification-channel.js';

/** Fails when `work` takes longer, whether or not it heeds the signal: a channel that hangs would hold up all others. */
export async function within<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ChannelFailure('passing', `There was no answer within ${milliseconds} ms.`));
      late.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([work(late.signal), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
