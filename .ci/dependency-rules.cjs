const LIBRARY = '^libs/notifications/src/';
const DIALECT = `${LIBRARY}dialects/([^/]+)/`;
/** What a host may import by name: `@kendo/notifications`, `@kendo/notifications/native`, and so on. */
const ENTRY = `${LIBRARY}(index|native|monday|directus|productive|testing)[.]ts$`;
const SPEC = '[.]spec[.]ts$';

/** Which of the library's folders may import which others. A folder that is missing here fails the last rule. */
const ARROWS = {
  domain: [],
  types: ['domain'],
  persistence: ['domain'],
  queue: ['domain', 'metrics'],
  realtime: ['domain', 'types', 'persistence'],
  watching: ['domain', 'persistence'],
  preferences: ['domain', 'persistence'],
  people: ['persistence'],
  dispatch: ['domain', 'types', 'persistence', 'queue', 'announcing', 'metrics'],
  inbox: ['domain', 'types', 'persistence'],
  delivery: ['domain', 'types', 'persistence', 'queue', 'http', 'announcing', 'metrics'],
  http: ['domain', 'persistence'],
  channels: ['domain', 'types', 'persistence', 'queue', 'delivery', 'announcing', 'metrics'],
  metrics: ['domain'],
  intake: ['domain', 'types', 'persistence', 'http'],
  dialects: ['domain', 'inbox', 'preferences', 'watching', 'http'],
  ports: [],
  announcing: ['domain'],
};
/** What is let in beside the folders: a dialect speaks to the model, and never sees an entity or a table. */
const DOORS = {
  dialects: [
    'delivery/tenant-sites[.]ts$',
    'dispatch/notifier[.]ts$',
    'persistence/unit-of-work[.]ts$',
    'persistence/hold-people[.]ts$',
    'persistence/readers[.]ts$',
    'persistence/subjects[.]ts$',
    'types/storable-text[.]ts$',
    'types/direct-message[.]ts$',
  ],
  intake: ['dispatch/notifier[.]ts$'],
};

const arrows = Object.entries(ARROWS).map(([folder, others]) => ({
  name: `arrow-from-${folder}`,
  severity: 'error',
  from: { path: `${LIBRARY}${folder}/`, pathNot: SPEC },
  to: {
    path: LIBRARY,
    pathNot: [
      ...[folder, ...others].map((name) => `${LIBRARY}${name}/`),
      ...(DOORS[folder] ?? []).map((door) => `${LIBRARY}${door}`),
    ],
  },
}));

const forbidden = [
  { name: 'no-circle', from: {}, to: { circular: true } },
  { name: 'no-unresolvable', from: {}, to: { couldNotResolve: true } },
  ...arrows,
  {
    name: 'domain-is-plain',
    comment: 'The domain imports nothing but itself: no framework, no database.',
    from: { path: `${LIBRARY}domain/`, pathNot: SPEC },
    to: { pathNot: `${LIBRARY}domain/` },
  },
  {
    name: 'dialects-are-strangers',
    from: { path: DIALECT },
    to: { path: DIALECT, pathNot: `${LIBRARY}dialects/$1/` },
  },
  {
    name: 'no-barrel-inside',
    from: { path: LIBRARY },
    to: { path: [ENTRY, `${LIBRARY}.+/index[.]ts$`] },
  },
  {
    name: 'testing-is-for-tests',
    from: { path: LIBRARY, pathNot: [`${LIBRARY}testing([.]ts$|/)`, SPEC] },
    to: { path: `${LIBRARY}testing/` },
  },
  {
    name: 'library-knows-no-host',
    from: { path: '^libs/' },
    to: { path: '^(src|test)/' },
  },
  {
    name: 'host-enters-by-the-front-door',
    comment: 'The host imports the library by its name, so that it could be any host.',
    from: { path: '^src/' },
    to: { path: '^libs/', dependencyTypesNot: ['aliased-workspace'] },
  },
  {
    name: 'nothing-imports-a-program',
    from: { path: '^(src|libs)/', pathNot: SPEC },
    to: { path: '^src/(main|worker|migrate|cli)[.]ts$' },
  },
  {
    name: 'product-knows-no-test',
    from: { path: '^(src|libs)/', pathNot: SPEC },
    to: { path: '^test/' },
  },
  {
    name: 'every-folder-has-arrows',
    from: { path: `${LIBRARY}[^/]+/`, pathNot: `${LIBRARY}(${Object.keys(ARROWS).join('|')}|testing)/` },
    to: {},
  },
].map((rule) => ({ severity: 'error', ...rule }));

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: '^dist/' },
    /* Types count: an arrow is an arrow, whether the compiler erases it or not. */
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
