/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { answerApi } from '../testing/api-answers.ts';
import { renderPage } from '../testing/render-page.tsx';
import SharesPage from './SharesPage.tsx';

const soup = {
  id: 's1',
  kind: 'recipe',
  targetId: 'r1',
  title: 'Soup',
  createdAt: '2026-03-01T12:00:00.000Z',
};
const gone = { id: 's2', kind: 'shopping-list', targetId: 'l1', createdAt: soup.createdAt };

test('shows what is shared since when, and where it is, while it is there', async () => {
  answerApi({ 'GET /api/shares': [200, { items: [soup, gone], page: 1, limit: 50, total: 2 }] });
  renderPage(<SharesPage />);
  expect((await screen.findByRole('link', { name: 'Soup' })).getAttribute('href')).toBe(
    '/recipes/r1',
  );
  expect(screen.getByText('Recipe, shared on March 1, 2026')).toBeTruthy();
  expect(screen.getByText('Deleted meanwhile').tagName).toBe('SPAN');
});

test('a link is ended after a question, and comes back when the server refuses', async () => {
  let status = 500;
  const asked = answerApi({
    'GET /api/shares': [200, { items: [soup], page: 1, limit: 50, total: 1 }],
    'DELETE /api/shares/s1': () => [status],
  });
  const { user } = renderPage(<SharesPage />);
  const end = async () => {
    await user.click(await screen.findByRole('button', { name: 'End link to Soup' }));
    await user.click(screen.getByRole('button', { name: 'End link' }));
  };
  await end();
  expect(await screen.findByText(/could not be ended/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Soup' })).toBeTruthy();
  status = 204;
  await end();
  expect(await screen.findByText('The link leads nowhere now.')).toBeTruthy();
  expect(asked.filter(({ method }) => method === 'DELETE')).toHaveLength(2);
});

test('says so when nothing is shared', async () => {
  answerApi({ 'GET /api/shares': [200, { items: [], page: 1, limit: 50, total: 0 }] });
  renderPage(<SharesPage />);
  expect(await screen.findByRole('heading', { name: 'Nothing is shared' })).toBeTruthy();
});
