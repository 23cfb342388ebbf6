/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { answerApi } from '../testing/api-answers.ts';
import { renderPage } from '../testing/render-page.tsx';
import { ShareButton } from './ShareButton.tsx';

test('makes a link once, shows it, and tells of earlier ones', async () => {
  const earlier = { id: 's1', kind: 'recipe', targetId: 'r1', createdAt: '2026-03-01T12:00:00Z' };
  const asked = answerApi({
    'GET /api/shares': [200, { items: [earlier], page: 1, limit: 50, total: 1 }],
    'POST /api/shares': [201, { ...earlier, id: 's2', url: '/shared/abc', token: 'abc' }],
  });
  const { user } = renderPage(<ShareButton kind="recipe" id="r1" title="Soup" />);
  await user.click(screen.getByRole('button', { name: 'Share' }));
  expect(await screen.findByText(/There is 1 earlier link/)).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Make a link' }));
  expect(await screen.findByDisplayValue(/^http.*\/shared\/abc$/)).toBeTruthy();
  const [made, ...others] = asked.filter(({ method }) => method === 'POST');
  expect(others).toEqual([]);
  expect(made?.body).toEqual({ kind: 'recipe', id: 'r1' });
  expect(made?.headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});
