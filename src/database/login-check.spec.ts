import { problemOf } from './login-check.js';

const FIT = { name: 'app', superuser: false, bypasses: false, owns: false, belongs: true };

it('lets a plain member of the tenant role in', () => {
  expect(problemOf(FIT)).toBeUndefined();
});

it.each([
  [{ superuser: true }, /"app" is a superuser.* Name another login/],
  [{ bypasses: true }, /"app" has BYPASSRLS.* ALTER ROLE/],
  [{ owns: true }, /"app" owns the tables.* Name another login/],
  [{ belongs: false }, /"app" lacks the rights of kendo_tenant.* npm run migrate/],
])('refuses a login with %j, and says what to do', (flaw, sentence) => {
  expect(problemOf({ ...FIT, ...flaw })).toMatch(sentence);
});
