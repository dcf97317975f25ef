import { Client } from './http-client.ts';

/** The series of a process, as they stand on its page: `kendo_waiting{kind="mail"}` and its number. */
export async function metricsAt(port: number): Promise<ReadonlyMap<string, number>> {
  const { status, body } = await new Client(port, 'localhost').get<string>('/metrics');
  expect(status).toBe(200);
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}
