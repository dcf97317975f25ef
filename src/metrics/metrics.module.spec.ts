import { readSettings } from '../config/settings.js';
import { showsMetrics } from './metrics.module.js';

it.each([
  ['the embedded server', {}, true],
  ['one with a port for them', { METRICS_PORT: '9464' }, false],
  ['a server for others', { DATABASE_URL: 'postgres://kendo@db/kendo' }, false],
])('%s shows metrics at its public port: %s', (_, env, shows) => {
  expect(showsMetrics(readSettings(env))).toBe(shows);
});
