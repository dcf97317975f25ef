import { readFile } from 'node:fs/promises';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { run } from '../support/process/run.ts';

interface Step {
  readonly script: string;
  /** Each line stands somewhere in what it prints. */
  readonly expected: readonly string[];
}

/** Runs what README's tour and a dialect's page tell a newcomer to type, and compares with what they say one will see. */
describe('what a page tells to type', () => {
  let kendo: Kendo;

  beforeAll(async () => {
    kendo = await startKendo();
  });
  afterAll(() => kendo?.stop());

  /** What its first block sets for the others, and those. */
  async function read(page: string): Promise<[string, Step[]]> {
    const text = (await readFile(page, 'utf8'))
      .replaceAll('localhost:3000', `localhost:${kendo.port}`)
      .replaceAll('.data/', `${kendo.settings['DATA_DIR']}/`);
    const blocks = [...text.matchAll(/```sh\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs)];
    const [first, ...others] = blocks.map(([, script = '', expected = '']) => ({
      script,
      expected: expected.split('\n').filter(Boolean),
    }));
    return [first?.script ?? '', others];
  }

  async function tryStep(preamble: string, { script, expected }: Step): Promise<void> {
    const stdout = await run('bash', ['-euc', `${preamble}\n${script}`]);
    for (const line of expected) {
      if (!stdout.includes(line))
        throw new Error(`"${line}" is missing in what\n${script}\nprinted:\n${stdout}`);
    }
  }

  test.each([
    ['README.md', 4],
    ['docs/dialects/productive.md', 1],
  ])('%s', async (page, least) => {
    const [preamble, steps] = await read(page);
    expect(steps.length).toBeGreaterThanOrEqual(least);
    for (const step of steps) {
      /* A reader takes longer than the machine, but what writes is done once. */
      const within = / -d | -X /.test(step.script) ? 0 : 10_000;
      await eventually(() => tryStep(preamble, step), { within });
    }
  });
});
