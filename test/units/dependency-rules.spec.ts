import { join } from 'node:path';
import { cruise, type Tree, type Violation } from '../support/cruise.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/process/temporary-folder.ts';

const LIBRARY = 'libs/notifications/src';

const SOUND: Tree = {
  [`${LIBRARY}/domain/subject.ts`]: [],
  [`${LIBRARY}/persistence/unit-of-work.ts`]: ['../domain/subject.js'],
  [`${LIBRARY}/persistence/rows.ts`]: ['../domain/subject.js', './unit-of-work.js'],
  [`${LIBRARY}/dispatch/notifier.ts`]: ['../persistence/rows.js'],
  [`${LIBRARY}/dialects/native/door.ts`]: ['../../dispatch/notifier.js', '../../persistence/unit-of-work.js'],
  [`${LIBRARY}/testing/fakes.ts`]: ['../dispatch/notifier.js'],
  [`${LIBRARY}/module.ts`]: ['./dialects/native/door.js', './dispatch/notifier.js'],
  [`${LIBRARY}/index.ts`]: ['./module.js'],
  'src/tracker/issues.ts': ['@kendo/notifications'],
  'src/main.ts': ['./tracker/issues.js'],
  'test/journey.spec.ts': ['../src/main.ts', `../${LIBRARY}/dispatch/notifier.ts`],
};

/** What must not be, each in files of its own beside the sound ones, and the rule that names it. */
const FAULTS: readonly [fault: string, rule: string, tree: Tree][] = [
  [
    'a circle',
    'no-circle',
    { 'src/one.ts': ['./two.js'], 'src/two.ts': ['./three.js'], 'src/three.ts': ['./one.js'] },
  ],
  [
    'an arrow against the direction',
    'arrow-from-persistence',
    { [`${LIBRARY}/persistence/wrong.ts`]: ['../dispatch/notifier.js'] },
  ],
  [
    'a delivery that sees the dispatch',
    'arrow-from-delivery',
    { [`${LIBRARY}/delivery/worker.ts`]: ['../dispatch/notifier.js'] },
  ],
  [
    'an import through a barrel',
    'no-barrel-inside',
    { [`${LIBRARY}/inbox/index.ts`]: [], [`${LIBRARY}/inbox/reader.ts`]: ['./index.js'] },
  ],
  ['a framework in the domain', 'domain-is-plain', { [`${LIBRARY}/domain/word.ts`]: ['@nestjs/common'] }],
  [
    'a dialect that reads a table',
    'arrow-from-dialects',
    { [`${LIBRARY}/dialects/native/query.ts`]: ['../../persistence/rows.js'] },
  ],
  [
    'a dialect that knows another',
    'dialects-are-strangers',
    { [`${LIBRARY}/dialects/monday/door.ts`]: ['../native/door.js'] },
  ],
  [
    'a fake in the product',
    'testing-is-for-tests',
    { [`${LIBRARY}/extra.module.ts`]: ['./testing/fakes.js'] },
  ],
  [
    'a folder without arrows',
    'every-folder-has-arrows',
    { [`${LIBRARY}/misc/one.ts`]: ['../domain/subject.js'] },
  ],
  [
    'a library that knows its host',
    'library-knows-no-host',
    { [`${LIBRARY}/spy.ts`]: ['../../../src/tracker/issues.js'] },
  ],
  [
    'a host that enters by the window',
    'host-enters-by-the-front-door',
    { 'src/tracker/window.ts': [`../../${LIBRARY}/module.js`] },
  ],
  [
    'a part that imports the program',
    'nothing-imports-a-program',
    { 'src/tracker/again.ts': ['../main.js'] },
  ],
  [
    'a product that knows its tests',
    'product-knows-no-test',
    { 'test/help.ts': [], 'src/cheat.ts': ['../test/help.js'] },
  ],
  ['a file that is not there', 'no-unresolvable', { 'src/tracker/lost.ts': ['./nowhere.js'] }],
];

let folder: TemporaryFolder;
let violations: readonly Violation[];
beforeAll(async () => {
  folder = await temporaryFolder('rules');
  const faulty = Object.assign({}, SOUND, ...FAULTS.map(([, , tree]) => tree)) as Tree;
  violations = await cruise(join(folder.path, 'faulty'), faulty);
});
afterAll(() => folder.remove());

test('a sound tree passes', async () => {
  expect(await cruise(join(folder.path, 'sound'), SOUND)).toEqual([]);
});

test.each(FAULTS)('%s fails by the rule %s', (_fault, rule, tree) => {
  const broken = violations.filter(({ from }) => from in tree).map(({ rule: { name } }) => name);

  expect(new Set(broken)).toEqual(new Set([rule]));
});

test('what is sound stays so beside the faults', () => {
  expect(violations.filter(({ from }) => from in SOUND)).toEqual([]);
});
