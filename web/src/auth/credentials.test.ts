import { checkAccount, checkSignIn, readCredentials } from './credentials.ts';

test('trims the name and the address, never the password', () => {
  const form = new FormData();
  form.set('name', ' Ada ');
  form.set('email', ' ada@example.com ');
  form.set('password', ' spaces count ');
  expect(readCredentials(form)).toEqual({
    name: 'Ada',
    email: 'ada@example.com',
    password: ' spaces count ',
  });
});

test('lets good entries through', () => {
  const good = { name: 'Ada', email: 'ada@example.com', password: 'correct horse' };
  expect(checkAccount(good)).toEqual({});
  expect(checkSignIn({ ...good, name: '', password: 'x' })).toEqual({});
});

test('names each field that is wrong', () => {
  const bad = { name: '', email: 'ada@', password: 'short' };
  expect(Object.keys(checkAccount(bad))).toEqual(['name', 'email', 'password']);
  expect(Object.keys(checkSignIn({ name: '', email: '', password: '' }))).toEqual([
    'email',
    'password',
  ]);
});
