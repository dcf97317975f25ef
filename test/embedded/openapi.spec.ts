import { readFile, writeFile } from 'node:fs/promises';
import { type ApiExamples, withExamples } from '../../src/http/api-examples.ts';
import { Recorder } from '../support/examples/recorder.ts';
import { tellStory } from '../support/examples/story.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { faultsOf, misfitsIn } from '../support/api-faults.ts';
import { steady } from '../support/examples/steady.ts';

const EXAMPLES = 'src/http/api-examples.json';
const DESCRIPTION = 'docs/openapi.json';
const METHODS = /^(get|post|patch|put|delete|search)$/;

type Description = Parameters<typeof withExamples>[0];

/**
 * Every operation is called, in one story, and answers as its example says. `npm run openapi` writes the examples and
 * the description anew; whoever changes the API commits both.
 */
describe('the OpenAPI description', () => {
  let kendo: Kendo;
  let played: ApiExamples;
  let served: Description;

  beforeAll(async () => {
    kendo = await startKendo();
    served = steady((await kendo.withToken(null).get<Description>('/docs-json')).body);
    const recorder = new Recorder();
    await tellStory(kendo, recorder);
    played = recorder.examples;
    if (process.env['RECORD']) {
      await write(EXAMPLES, played);
      await write(DESCRIPTION, withExamples(served, played));
    }
  });
  afterAll(() => kendo?.stop());

  test('has an example of every operation', () => {
    const operations = Object.entries(served.paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((method) => METHODS.test(method))
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(Object.keys(played).sort()).toEqual(operations.sort());
  });

  test('has examples that are true', async () => {
    expect(played).toEqual(await read(EXAMPLES));
  });

  test('is OpenAPI, and its examples are what their schemas say', async () => {
    const described = withExamples(served, played);
    expect(await faultsOf(described)).toEqual([]);
    expect(misfitsIn(described)).toEqual([]);
  });

  test('is the one that is committed', async () => {
    expect(withExamples(served, played)).toEqual(await read(DESCRIPTION));
  });
});

async function read(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function write(file: string, value: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(value));
}
