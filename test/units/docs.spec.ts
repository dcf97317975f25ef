import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Excerpt {
  readonly page: string;
  /** What the page says it is from: the last link to a TypeScript file before it. */
  readonly file: string;
  readonly code: string;
}

const PAGES = ['embedding.md', 'coming-from-laravel.md'];

async function excerpts(): Promise<Excerpt[]> {
  const found = await Promise.all(
    PAGES.map(async (page) => read(page, await readFile(join('docs', page), 'utf8'))),
  );
  return found.flat();
}

function read(page: string, text: string): Excerpt[] {
  return [...text.matchAll(/```ts\n(.*?)```/gs)].map(({ index, 1: code = '' }) => {
    const links = [...text.slice(0, index).matchAll(/\]\(([^)]+\.ts)\)/g)];
    return { page, file: join('docs', links.at(-1)?.[1] ?? ''), code };
  });
}

/** Whatever its indentation is, which differs between a file and a page. */
const lines = (text: string) => text.replace(/^\s+/gm, '').trim();

test('the TypeScript in the guides is excerpts of files that are compiled and tested', async () => {
  const all = await excerpts();
  expect(all.length).toBeGreaterThan(10);
  for (const { page, file, code } of all) {
    const source = lines(await readFile(file, 'utf8'));
    expect({ page, file, code, isThere: source.includes(lines(code)) }).toEqual({
      page,
      file,
      code,
      isThere: true,
    });
  }
});
