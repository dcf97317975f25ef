import { profileInput } from './profile-input.js';

it('takes each field alone, or none', () => {
  expect(profileInput.parse({})).toEqual({});
  expect(profileInput.parse({ timezone: 'Europe/Amsterdam' })).toEqual({ timezone: 'Europe/Amsterdam' });
  expect(profileInput.parse({ locale: 'NL-be' })).toEqual({ locale: 'nl-BE' });
});

it.each([
  { locale: 'english please' },
  { locale: '' },
  { locale: 'en\0' },
  { timezone: 'Mars/Olympus' },
  { timezone: '+02:00' },
  { timezone: '' },
  { email_notifications: 'no' },
  { email_notifications: null },
])('refuses %j', (input) => {
  expect(profileInput.safeParse(input).success).toBe(false);
});
