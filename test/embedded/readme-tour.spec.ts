import { readFile } from 'node:fs/promises';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { run } from '../support/process/run.ts';

interface Step {
  readonly script: string;
  /** Each line stands somewhere in what it prints. */
  readonly expected: readonly string[];
}

/** Runs what README's tour tells a newcomer to type, and compares with what it says they will see. */
describe("README's tour", () => {
  let kendo: Kendo;
  let preamble: string;
  let steps: Step[];

  beforeAll(async () => {
    kendo = await startKendo();
    [preamble, steps] = await readTour();
  });
  afterAll(() => kendo?.stop());

  async function readTour(): Promise<[string, Step[]]> {
    const readme = (await readFile('README.md', 'utf8'))
      .replaceAll('localhost:3000', `localhost:${kendo.port}`)
      .replaceAll('.data/', `${kendo.settings['DATA_DIR']}/`);
    const blocks = [...readme.matchAll(/```sh\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs)];
    const [first, ...others] = blocks.map(([, script = '', expected = '']) => ({
      script,
      expected: expected.split('\n').filter(Boolean),
    }));
    return [first?.script ?? '', others];
  }

  async function tryStep({ script, expected }: Step): Promise<void> {
    const stdout = await run('bash', ['-euc', `${preamble}\n${script}`]);
    for (const line of expected) {
      if (!stdout.includes(line))
        throw new Error(`"${line}" is missing in what\n${script}\nprinted:\n${stdout}`);
    }
  }

  test('does what it says', async () => {
    expect(steps.length).toBeGreaterThan(3);
    for (const step of steps) {
      /* A reader takes longer than the machine, but what writes is done once. */
      const within = / -d | -X /.test(step.script) ? 0 : 10_000;
      await eventually(() => tryStep(step), { within });
    }
  });
});
