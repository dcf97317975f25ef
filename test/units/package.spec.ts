import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { run } from '../support/process/run.ts';

const LIBRARY = 'libs/notifications';
/** What the packages that it imports need beside them. */
const NEEDED_BY_OTHERS = ['pg', 'reflect-metadata'];

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** What `@kendo/notifications` tells npm and Node about itself. */
describe('the package of the library', () => {
  let manifest: Manifest;
  beforeAll(async () => {
    manifest = JSON.parse(await readFile(join(LIBRARY, 'package.json'), 'utf8')) as Manifest;
  });

  async function sources(): Promise<string[]> {
    const files = await readdir(join(LIBRARY, 'src'), { recursive: true });
    return files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  }

  /** The packages named in the library's source, without Node's own. */
  async function imported(): Promise<Set<string>> {
    const texts = await Promise.all(
      (await sources()).map((file) => readFile(join(LIBRARY, 'src', file), 'utf8')),
    );
    const specifiers = texts.flatMap((text) =>
      [...text.matchAll(/(?:from|import) '([^'.][^']*)'/g)].map(([, specifier = '']) => specifier),
    );
    const packages = specifiers.map((specifier) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '');
    return new Set(packages.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name)));
  }

  test('declares every package that it imports, and no other', async () => {
    const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
    expect(declared.sort()).toEqual([...(await imported()), ...NEEDED_BY_OTHERS].sort());
  });

  test('has an entry for each door of its source', async () => {
    const doors = (await sources()).filter((file) => /^\w+\.ts$/.test(file)).map((file) => file.slice(0, -3));
    const entries = doors.map((door) => (door === 'index' ? '.' : `./${door}`));
    expect(Object.keys(manifest.exports).sort()).toEqual([...entries, './package.json'].sort());
  });

  test('leads every entry to code that loads, and to its types', async () => {
    const entries = Object.entries(manifest.exports).filter(([, to]) => typeof to === 'object');
    const names = entries.map(([entry]) => join(manifest.name, entry));
    const load = `for (const name of ${JSON.stringify(names)}) {
      const { length } = Object.keys(await import(name));
      console.log(name, length > 0 ? 'loads' : 'is empty');
    }`;
    const printed = await run(process.execPath, ['--input-type=module', '--eval', load]);
    expect(printed.split('\n')).toEqual(names.map((name) => `${name} loads`));
    for (const [, to] of entries) {
      expect(existsSync(join(LIBRARY, (to as { types: string }).types))).toBe(true);
    }
  });
});
