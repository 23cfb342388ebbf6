/** @jest-environment jest-fixed-jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { session } from '../auth/session.ts';
import { answerApi } from '../testing/api-answers.ts';
import { renderPage } from '../testing/render-page.tsx';
import AccountPage from './AccountPage.tsx';

const ada = { id: 'u1', email: 'ada@example.com', name: 'Ada' };
const wrongPassword = [403, { type: 'urn:recipe-book:problem:wrong-password' }] as const;

beforeEach(() => {
  localStorage.clear();
  session.begin({ accessToken: 't', user: ada });
});

test('the name is changed here and for the next visit', async () => {
  const asked = answerApi({ 'PATCH /api/auth/me': [200, { ...ada, name: 'Ada L.' }] });
  const { user } = renderPage(<AccountPage />);
  const name = screen.getByLabelText('Name');
  await user.clear(name);
  await user.type(name, 'Ada L.{Enter}');
  expect(await screen.findByText('Your name is saved.')).toBeTruthy();
  expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ name: 'Ada L.' });
  expect(session.getSnapshot().user?.name).toBe('Ada L.');
  expect(localStorage.getItem('user')).toContain('Ada L.');
});

test('a wrong current password is told beside its field', async () => {
  answerApi({ 'POST /api/auth/change-password': wrongPassword });
  const { user } = renderPage(<AccountPage />);
  await user.click(screen.getByRole('button', { name: 'Change password' }));
  await user.type(screen.getByLabelText('Current password'), 'wrong');
  await user.type(screen.getByLabelText('New password'), 'correct horse{Enter}');
  expect(await screen.findByText('The password is wrong.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Current password'));
});

test('the appearance is kept and shown', async () => {
  const { user } = renderPage(<AccountPage />);
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset['appearance']).toBe('dark');
  expect(localStorage.getItem('appearance')).toBe('dark');
  await user.click(screen.getByRole('radio', { name: 'Automatic' }));
  expect(localStorage.getItem('appearance')).toBeNull();
});

test('a calendar link is made, shown once, and ended after a question', async () => {
  let createdAt: string | undefined;
  const url = '/api/calendar/secret.ics';
  answerApi({
    'GET /api/calendar': () => [200, { createdAt }],
    'POST /api/calendar': () => {
      createdAt = '2026-03-01T12:00:00Z';
      return [201, { createdAt, url, token: 'secret' }];
    },
    'DELETE /api/calendar': () => {
      createdAt = undefined;
      return [204];
    },
  });
  const { user } = renderPage(<AccountPage />);
  const part = within(screen.getByRole('region', { name: 'Meal plan in your calendar' }));
  await user.click(await part.findByRole('button', { name: 'Make a link' }));
  expect(await part.findByDisplayValue(/^http.*secret\.ics$/)).toBeTruthy();
  expect(part.getByRole('link').getAttribute('href')).toMatch(/^webcal:.*secret\.ics$/);
  await user.click(await part.findByRole('button', { name: 'End link' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'End link' }));
  expect(await part.findByRole('button', { name: 'Make a link' })).toBeTruthy();
  expect(part.queryByDisplayValue(/secret/)).toBeNull();
});

test('a calendar link whose answer was lost is asked for again with the same key', async () => {
  const keys: (string | null)[] = [];
  answerApi({
    'GET /api/calendar': [200, {}],
    'POST /api/calendar': ({ headers }) => {
      keys.push(headers.get('idempotency-key'));
      return keys.length === 1 ? [503, {}] : [201, { createdAt: '', url: '/secret.ics' }];
    },
  });
  const { user } = renderPage(<AccountPage />);
  const part = within(screen.getByRole('region', { name: 'Meal plan in your calendar' }));
  await user.click(await part.findByRole('button', { name: 'Make a link' }));
  await user.click(await part.findByRole('button', { name: 'Try again' }));
  expect(await part.findByDisplayValue(/secret\.ics$/)).toBeTruthy();
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys).toEqual([keys[0], keys[0]]);
});

test('the account is deleted only with its address and its password', async () => {
  let answer: readonly [number, unknown?] = wrongPassword;
  const asked = answerApi({ 'DELETE /api/auth/me': () => answer });
  const { user } = renderPage(<AccountPage />);
  await user.click(screen.getByRole('button', { name: 'Delete account' }));
  const dialog = within(screen.getByRole('dialog'));
  const button = dialog.getByRole('button', { name: 'Delete for good' });
  await user.type(dialog.getByLabelText('Password'), 'secret');
  expect(button.matches(':disabled')).toBe(true);
  await user.type(dialog.getByLabelText(/Type your email/), 'ada@example.com');
  await user.click(button);
  expect(await dialog.findByText('The password is wrong.')).toBeTruthy();
  expect(session.getSnapshot().user).toEqual(ada);
  answer = [204];
  await user.click(button);
  await waitFor(() => expect(session.getSnapshot().user).toBeNull());
  expect(asked.filter(({ method }) => method === 'DELETE').map(({ body }) => body)).toEqual([
    { password: 'secret' },
    { password: 'secret' },
  ]);
});
