import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { variables } from '../../src/config/environment.js';
import { readSettings } from '../../src/config/settings.js';
import { readCompose, type Service } from '../support/container/compose.ts';
import { Dockerfile } from '../support/container/dockerfile.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCKER = join(ROOT, 'docker');
/** At least a major and a minor version. */
const PINNED = /^[a-z0-9/]+:v?\d+\.\d+/;

const image = new Dockerfile(join(DOCKER, 'Dockerfile'));
const { services, networks, volumes } = readCompose(join(DOCKER, 'compose.yml'));
const all = Object.entries(services);
const product = all.filter(([, service]) => service.build);
const caddyfile = readFileSync(join(DOCKER, 'Caddyfile'), 'utf8');

const service = (name: string): Service => {
  const found = services[name];
  if (!found) throw new Error(`compose.yml has no service ${name}.`);
  return found;
};
const environmentOf = ({ environment = {} }: Service): Record<string, string> => ({
  ...image.environment,
  ...Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)])),
});
const settingsOf = (name: string) => readSettings(environmentOf(service(name)));

/** Named in sources as `new URL('../../templates/', import.meta.url)`: what they lie at in the project. */
function foldersReadBy(sources: string): string[] {
  const files = readdirSync(join(ROOT, sources), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /(?<!spec)[.]ts$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(ROOT, sources, file), 'utf8');
      const paths = [...text.matchAll(/new URL\('([^']+)', import[.]meta[.]url\)/g)].map(
        ([, path = '']) => path,
      );
      return paths.map((path) => join(sources, dirname(file), path).replace(/[/]$/, ''));
    });
}

/** There is no Docker where the tests run: what can be said of its files without it is said here. */
describe('the image', () => {
  test('is made of what is there', () => {
    const stages = image.stages.map(({ name }) => name);
    for (const { from, sources } of image.copies) {
      if (from) expect(stages).toContain(from);
      else
        for (const source of sources)
          expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
    }
    expect(image.copies.length).toBeGreaterThan(5);
  });

  test('installs what every workspace asks for', () => {
    const sources = image.copies.flatMap((copy) => copy.sources);
    for (const name of readdirSync(join(ROOT, 'libs'))) {
      expect(sources).toContain(`libs/${name}/package.json`);
    }
  });

  test('has the folders beside the code that the code reads', () => {
    const known = image.copies.flatMap(({ from, sources }) => (from ? [] : sources));
    const read = ['src', 'libs/notifications/src'].flatMap((folder) => foldersReadBy(folder));

    expect(read).toEqual(expect.arrayContaining(['templates/captured-mail', 'libs/notifications/templates']));
    /* What is beside the libraries' code comes with them. */
    for (const folder of read) expect([...known, 'libs']).toContain(folder.split('/')[0]);
  });

  test('stands on pinned images, and runs node on the Alpine that it was built for', () => {
    const [node = '', alpine = '', ...others] = image.baseImages;

    expect(others).toEqual([]);
    expect([node, alpine]).toEqual([expect.stringMatching(PINNED), expect.stringMatching(PINNED)]);
    expect(node).toMatch(new RegExp(`-${alpine.replace(':', '')}$`));
  });

  test('runs as nobody special, hears signals itself, and says how it is without other tools', () => {
    expect(image.last('USER')).toBe('node');
    expect(JSON.parse(image.last('CMD'))).toEqual(['node', 'dist/main.js']);
    expect(image.all('ENTRYPOINT')).toEqual([]);
    const [, command = ''] = image.last('HEALTHCHECK').split(' CMD ');
    expect(JSON.parse(command)).toEqual(['node', 'docker/healthcheck.js']);
  });

  test('knows the settings that it has, and opens the ports that they name', () => {
    const { NODE_ENV, ...settings } = image.environment;

    expect(NODE_ENV).toBe('production');
    expect(Object.keys(variables.shape)).toEqual(expect.arrayContaining(Object.keys(settings)));
    const { port, metricsPort } = readSettings(settings);
    expect(image.last('EXPOSE')).toBe(`${port} ${metricsPort}`);
  });
});

describe('the composed product', () => {
  test.each(all)('%s: pinned, health-checked, not root, and open to this machine alone', (name, one) => {
    const { ports = [], healthcheck, user } = one;
    const isOnce = all.some(([, { depends_on }]) => depends_on?.[name]?.condition.includes('completed'));

    if (!one.build) expect(one.image).toMatch(PINNED);
    if (isOnce) expect([one.restart, healthcheck?.disable]).toEqual(['no', true]);
    else expect(one.build ? image.last('HEALTHCHECK') : healthcheck?.test?.[0]).toMatch(/CMD/);
    expect(one.build ? image.last('USER') : user).toMatch(/^(?!root|0\b)./);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  test.each(all)('%s: waits for, mounts and joins what is there', (_, one) => {
    const { depends_on = {}, volumes: mounts = [], networks: joined = [] } = one;
    const names = Array.isArray(joined) ? joined : Object.keys(joined);

    for (const [name, { condition }] of Object.entries(depends_on)) {
      expect(condition).toBe(
        service(name).restart === 'no' ? 'service_completed_successfully' : 'service_healthy',
      );
    }
    for (const [source = ''] of mounts.map((mount) => mount.split(':'))) {
      expect(source.startsWith('.') ? existsSync(join(DOCKER, source)) : source in volumes).toBe(true);
    }
    expect([...Object.keys(networks), 'default']).toEqual(expect.arrayContaining(names as string[]));
  });

  test.each(product)('%s: is a program with settings that exist, and can be used', (_, one) => {
    const [, program = ''] = one.command ?? (JSON.parse(image.last('CMD')) as string[]);
    const urls = Object.entries(one.environment ?? {}).filter(([name]) => /^(?!PUBLIC).*_URL$/.test(name));

    expect(existsSync(join(ROOT, program.replace(/^dist(.*)js$/, 'src$1ts')))).toBe(true);
    expect(Object.keys(variables.shape)).toEqual(expect.arrayContaining(Object.keys(one.environment ?? {})));
    expect(() => readSettings(environmentOf(one))).not.toThrow();
    for (const [, url] of urls) expect(Object.keys(services)).toContain(new URL(String(url)).hostname);
    expect(join(DOCKER, one.build?.context ?? '')).toBe(dirname(DOCKER));
  });

  test('the proxy forwards to where the server listens, which believes the proxy alone', () => {
    const [, upstream = '', port] = /reverse_proxy (\w+):(\d+)/.exec(caddyfile) ?? [];
    const [, listens] = /^:(\d+) \{$/m.exec(caddyfile) ?? [];
    const [, published, target] = service('proxy').ports?.[0]?.split(':') ?? [];
    const { edge } = service('proxy').networks as Record<string, { ipv4_address: string }>;

    expect([upstream, Number(port)]).toEqual(['server', settingsOf('server').port]);
    expect(target).toBe(listens);
    expect(settingsOf('server').trustedProxies).toEqual([edge?.ipv4_address]);
    for (const name of ['server', 'worker']) {
      expect(settingsOf(name).publicUrl).toBe(new URL(`http://localhost:${published}`).origin);
    }
  });

  test('the server has another login than the owner, whom the database is made with', () => {
    const { databaseUrl = '', migrateDatabaseUrl = '' } = settingsOf('migrate');
    const owner = new URL(migrateDatabaseUrl).username;

    expect(settingsOf('server').databaseUrl).toBe(databaseUrl);
    expect(owner).not.toBe(new URL(databaseUrl).username);
    expect(readFileSync(join(DOCKER, 'create-owner.sql'), 'utf8')).toContain(`CREATE ROLE ${owner} LOGIN`);
    expect(service('postgres').environment?.['OWNER_PASSWORD']).toBe(new URL(migrateDatabaseUrl).password);
  });
});
