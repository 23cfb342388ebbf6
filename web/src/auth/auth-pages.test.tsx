/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { answerApi } from '../testing/api-answers.ts';
import { renderPage } from '../testing/render-page.tsx';
import ForgotPasswordPage from './ForgotPasswordPage.tsx';
import RegisterPage from './RegisterPage.tsx';
import ResetPasswordPage from './ResetPasswordPage.tsx';
import SignInPage from './SignInPage.tsx';
import { session } from './session.ts';

const ada = { accessToken: 't', user: { id: 'u1', email: 'ada@example.com', name: 'Ada' } };
const refused = (code: string) => ({ type: `urn:recipe-book:problem:${code}`, detail: 'No.' });

beforeEach(() => session.end('signed-out'));

test('signing in asks for what is missing, then goes on', async () => {
  const asked = answerApi({ 'POST /api/auth/login': [200, ada] });
  const { user } = renderPage(<SignInPage />, { at: '/sign-in', pattern: '/sign-in' });
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('Enter an email address like name@example.com.')).toBeTruthy();
  expect(screen.getByText('Please fill this in.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Email'));
  await user.type(screen.getByLabelText('Email'), ' Ada@example.com ');
  await user.type(screen.getByLabelText('Password'), ' spaces count ');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('another page')).toBeTruthy();
  expect(session.getSnapshot()).toMatchObject({ token: 't', user: ada.user });
  expect(asked.map(({ body }) => body)).toEqual([
    { email: 'ada@example.com', password: ' spaces count ' },
  ]);
});

test('a wrong password is told in the app’s words', async () => {
  answerApi({ 'POST /api/auth/login': [401, refused('wrong-credentials')] });
  const { user } = renderPage(<SignInPage />);
  await user.type(screen.getByLabelText('Email'), 'ada@example.com');
  await user.type(screen.getByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'The email address or the password is wrong.',
  );
  expect(session.getSnapshot().user).toBeNull();
});

test('after too many tries the form stays closed until the server’s pause is over', async () => {
  answerApi({ 'POST /api/auth/login': [429, {}, { 'retry-after': '30' }] });
  const { user } = renderPage(<SignInPage />);
  await user.type(screen.getByLabelText('Email'), 'ada@example.com');
  await user.type(screen.getByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('timer')).textContent).toMatch(/try again in \d\d seconds/);
  expect(screen.getByRole('button', { name: 'Please wait …' }).matches(':disabled')).toBe(true);
});

test('the password can be shown', async () => {
  const { user } = renderPage(<SignInPage />);
  const password = screen.getByLabelText('Password');
  expect(password.getAttribute('type')).toBe('password');
  await user.click(screen.getByRole('button', { name: 'Show password' }));
  expect(password.getAttribute('type')).toBe('text');
  await user.click(screen.getByRole('button', { name: 'Hide password' }));
  expect(password.getAttribute('type')).toBe('password');
});

test('an address that has an account is told beside the field', async () => {
  answerApi({ 'POST /api/auth/register': [409, refused('email-taken')] });
  const { user } = renderPage(<RegisterPage />);
  await user.type(screen.getByLabelText('Name'), 'Ada');
  await user.type(screen.getByLabelText('Email'), 'ada@example.com');
  await user.type(screen.getByLabelText('Password'), 'short');
  await user.click(screen.getByRole('button', { name: 'Create account' }));
  expect(await screen.findByText('Use at least 8 characters.')).toBeTruthy();
  await user.type(screen.getByLabelText('Password'), ' but longer');
  await user.click(screen.getByRole('button', { name: 'Create account' }));
  await screen.findByText('There is already an account with this email address.');
  expect(document.activeElement).toBe(screen.getByLabelText('Email'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('asking for a link says the same whether there is an account or not', async () => {
  const asked = answerApi({ 'POST /api/auth/forgot-password': [202] });
  const { user } = renderPage(<ForgotPasswordPage />);
  await user.type(screen.getByLabelText('Email'), 'ada@example.com{Enter}');
  const told = await screen.findByText(/If there is an account with ada@example.com/);
  expect(document.activeElement?.contains(told)).toBe(true);
  expect(asked[0]?.body).toEqual({ email: 'ada@example.com' });
});

test('a new password is set with the token of the link', async () => {
  const asked = answerApi({ 'POST /api/auth/reset-password': [204] });
  const { user } = renderPage(<ResetPasswordPage />, { at: '/reset-password#token=secret' });
  await user.type(screen.getByLabelText('New password'), 'correct horse{Enter}');
  expect(await screen.findByRole('heading', { name: 'Your password is set' })).toBeTruthy();
  expect(asked[0]?.body).toEqual({ token: 'secret', password: 'correct horse' });
});

test('a new password ends the session, and leaves what was not saved', async () => {
  localStorage.setItem('draft.u1.new', '{}');
  session.begin(ada);
  answerApi({ 'POST /api/auth/reset-password': [204] });
  const { user } = renderPage(<ResetPasswordPage />, { at: '/reset-password#token=secret' });
  await user.type(screen.getByLabelText('New password'), 'correct horse{Enter}');
  expect(await screen.findByRole('heading', { name: 'Your password is set' })).toBeTruthy();
  expect(session.getSnapshot().user).toBeNull();
  expect(localStorage.getItem('draft.u1.new')).toBe('{}');
});

test('a link that is too old, or not whole, leads to another one', async () => {
  answerApi({ 'POST /api/auth/reset-password': [400, refused('reset-token-invalid')] });
  const { user, unmount } = renderPage(<ResetPasswordPage />, { at: '/reset-password#token=old' });
  await user.type(screen.getByLabelText('New password'), 'correct horse{Enter}');
  expect((await screen.findByRole('alert')).textContent).toMatch(/used already or is too old/);
  expect(screen.getByRole('link', { name: 'Send another link' })).toBeTruthy();
  unmount();
  renderPage(<ResetPasswordPage />, { at: '/reset-password' });
  expect(screen.getByText(/Open this page with the link in your mail/)).toBeTruthy();
});
