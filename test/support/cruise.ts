import { execFile } from 'node:child_process';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Files, and what each of them imports. */
export type Tree = Readonly<Record<string, readonly string[]>>;

export interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const RULES = join(ROOT, '.ci/dependency-rules.cjs');

/** Grows the tree in the folder, and asks the project's own rules about it. */
export async function cruise(root: string, tree: Tree): Promise<Violation[]> {
  for (const [path, imports] of Object.entries(tree)) await writeSource(join(root, path), imports);
  await furnish(root);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [CLI, '--config', RULES, '--output-type', 'json', 'src', 'libs/notifications/src', 'test'],
    { cwd: root, maxBuffer: 16 * 1024 * 1024 },
  );
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

async function writeSource(path: string, imports: readonly string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const lines = imports.map((target, index) => `import * as import${index} from '${target}';`);
  const uses = imports.map((_, index) => `import${index}`);
  await writeFile(path, [...lines, `export const uses = [${uses.join(', ')}];`, ''].join('\n'));
}

/** The real settings of compiler and package, and the library built and linked as npm links it. */
async function furnish(root: string): Promise<void> {
  for (const file of ['package.json', 'tsconfig.json', 'libs/notifications/package.json']) {
    await cp(join(ROOT, file), join(root, file));
  }
  await mkdir(join(root, 'libs/notifications/dist'));
  await writeFile(join(root, 'libs/notifications/dist/index.d.ts'), '');
  await mkdir(join(root, 'node_modules/@kendo'), { recursive: true });
  await symlink(join(root, 'libs/notifications'), join(root, 'node_modules/@kendo/notifications'));
  await symlink(join(ROOT, 'node_modules/@nestjs'), join(root, 'node_modules/@nestjs'));
}
