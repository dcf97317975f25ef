import { eventually } from './eventually.ts';
import type { Kendo } from './kendo.ts';
import { settledRows } from './postgres/rows.ts';
import { readableIn } from './readable.ts';

/**
 * Everything that a call could change, once the fan-out and the mails of what came before are done. On real
 * PostgreSQL every row of every tenant; the embedded database lets nobody in, and is asked through the API.
 */
export async function stateOf(kendo: Kendo): Promise<unknown> {
  const isReal = 'DATABASE_URL' in kendo.settings;
  const read = () => (isReal ? settledRows(kendo.database) : readableIn(kendo));
  return eventually(async () => {
    const state = await read();
    expect(await read()).toEqual(state);
    return state;
  });
}
