import { readSettings } from '../config/settings.js';
import { showsCapturedMail } from './captured-mail.module.js';

it.each([
  [{}, true],
  [{ TENANT_DOMAIN: 'kendo.localhost' }, true],
  [{ TENANT_DOMAIN: 'kendo.dev' }, false],
  [{ TENANT_DOMAIN: 'notlocalhost' }, false],
  [{ MAIL_URL: 'smtp://mail.example' }, false],
  [{ DATABASE_URL: 'postgres://kendo@db/kendo' }, false],
])('with %j: %s', (env, shown) => {
  expect(showsCapturedMail(readSettings(env))).toBe(shown);
});
