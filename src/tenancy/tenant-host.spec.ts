import { readSettings } from '../config/settings.js';
import { slugOf, tenantUrl } from './tenant-host.js';

it.each([
  ['acme.kendo.dev', 'acme'],
  ['ACME.Kendo.Dev:8443', 'acme'],
  ['a-1.kendo.dev', 'a-1'],
])('finds the tenant in %s', (host, slug) => {
  expect(slugOf(host, 'kendo.dev')).toBe(slug);
});

it.each([
  'kendo.dev',
  '.kendo.dev',
  'acme.kendo.dev.evil.example',
  'acmekendo.dev',
  'www.acme.kendo.dev',
  'acme..kendo.dev',
  '-acme.kendo.dev',
  'acme_.kendo.dev',
  'acme.kendo.dev:',
  'acme.localhost',
  '127.0.0.1:3000',
  '[::1]:3000',
  '',
])('finds none in "%s"', (host) => {
  expect(slugOf(host, 'kendo.dev')).toBeUndefined();
});

it.each([
  [{}, 'http://acme.localhost:3000'],
  [{ PORT: '80' }, 'http://acme.localhost'],
  [{ PUBLIC_URL: 'http://localhost' }, 'http://acme.localhost'],
  [{ TENANT_DOMAIN: 'kendo.dev' }, 'https://acme.kendo.dev'],
  [{ TENANT_DOMAIN: 'kendo.dev', PUBLIC_URL: 'https://Kendo.dev:8443/' }, 'https://acme.kendo.dev:8443'],
])('with %j a tenant is at %s', (env, url) => {
  expect(tenantUrl('acme', readSettings(env))).toBe(url);
});
