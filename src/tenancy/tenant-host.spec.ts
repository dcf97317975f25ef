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

it('tells where a tenant is', () => {
  expect(tenantUrl('acme', readSettings({}))).toBe('http://acme.localhost:3000');
  expect(tenantUrl('acme', readSettings({ PORT: '80' }))).toBe('http://acme.localhost');
  expect(tenantUrl('acme', readSettings({ TENANT_DOMAIN: 'kendo.dev' }))).toBe('https://acme.kendo.dev');
});
