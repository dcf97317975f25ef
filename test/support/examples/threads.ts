import type { Kendo } from '../kendo.ts';
import type { Recorder } from './recorder.ts';

const NOTIFICATIONS = '/api/v2/notifications';

/** Alice's inbox once more, as who comes from Productive sees it. */
export async function tellThreads(kendo: Kendo, recorder: Recorder): Promise<void> {
  const alice = kendo.as('alice');
  const { data } = await recorder.call<{ data: { id: string }[] }>(alice, `GET ${NOTIFICATIONS}`, {
    query: 'include=actor&page[size]=1',
  });
  const path = { id: data[0]?.id ?? '' };
  await recorder.call(alice, `GET ${NOTIFICATIONS}/{id}`, {
    path,
    query: 'fields[notifications]=title,read',
  });
  for (const action of ['dismiss', 'undismiss', 'read']) {
    await recorder.call(alice, `PATCH ${NOTIFICATIONS}/{id}/${action}`, { path });
  }
}
