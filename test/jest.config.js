import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/** Nest and some of what it and we stand on ship ES modules only, which Jest cannot `require` before they are transformed. */
const ES_MODULES = [
  ...['@nestjs', 'content-disposition', 'cookie', 'file-type', 'strtok3', 'token-types'],
  ...['marked', 'sanitize-html', 'htmlparser2', 'entities'],
  ...['dom-serializer', 'domelementtype', 'domhandler', 'domutils'],
  ...['kitsu', 'kitsu-core', '@seriousme'],
];

const swc = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

const common = {
  rootDir,
  testEnvironment: 'node',
  transform: {
    '\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|')})/)`],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@kendo/notifications$': '<rootDir>/libs/notifications/src/index.ts',
    '^@kendo/notifications/(\\w+)$': '<rootDir>/libs/notifications/src/$1.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/libs/[^/]+/dist/'],
};

/** The journeys run twice, on either stack; `KENDO_STACK` tells `startKendo` which one to stand on. */
export default {
  rootDir,
  /* One more than the cores that are there at least: specs that wait for a lease or a time-out leave theirs to others. */
  maxWorkers: 3,
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/test/support/closing-line.js'],
  projects: [
    {
      ...common,
      displayName: 'units',
      testMatch: ['libs/**/src/**', 'src/**', 'test/units/**'].map(
        (folder) => `<rootDir>/${folder}/*.spec.ts`,
      ),
    },
    {
      ...common,
      displayName: 'embedded',
      testMatch: ['<rootDir>/test/journeys/**/*.spec.ts', '<rootDir>/test/embedded/**/*.spec.ts'],
      globals: { KENDO_STACK: 'embedded' },
      globalSetup: '<rootDir>/test/support/embedded/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/embedded/global-teardown.ts',
    },
    {
      ...common,
      displayName: 'postgres',
      testMatch: ['journeys', 'postgres', 'faults'].map((folder) => `<rootDir>/test/${folder}/**/*.spec.ts`),
      globals: { KENDO_STACK: 'postgres' },
      globalSetup: '<rootDir>/test/support/postgres/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/postgres/global-teardown.ts',
    },
  ],
};
