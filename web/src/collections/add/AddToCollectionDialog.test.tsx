/** @jest-environment jest-fixed-jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { answerApi, type TestAnswer } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import AddToCollectionDialog from './AddToCollectionDialog.tsx';

const recipeId = 'a'.repeat(24);
const id = 'b'.repeat(24);
const times = { createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z' };
const sundays = { id, name: 'Sundays', version: 1, ...times };

/** The dialog, over a collection without the recipe; `saved` is what comes of adding it. */
async function open(saved: TestAnswer | (() => Promise<TestAnswer>)): Promise<HTMLInputElement> {
  answerApi({
    'GET /api/collections': ({ path }) => [
      200,
      {
        items: path.includes('recipeId') ? [] : [{ ...sundays, recipeCount: 0, firstRecipes: [] }],
        page: 1,
        limit: 48,
        total: 1,
      },
    ],
    [`GET /api/collections/${id}`]: [200, { ...sundays, recipeIds: [], recipes: [] }],
    [`PATCH /api/collections/${id}`]: saved,
  });
  renderPage(<AddToCollectionDialog recipeId={recipeId} onClose={() => undefined} />);
  return await screen.findByRole('checkbox', { name: /^Sundays/ });
}

test('a tick shows in the same moment, however long it takes to be saved', async () => {
  const choice = await open(() => new Promise(() => undefined));
  fireEvent.click(choice);
  expect(choice.checked).toBe(true);
});

test('a tick that is refused is taken back, and the reason told', async () => {
  const choice = await open([403, { detail: 'Not yours.' }]);
  fireEvent.click(choice);
  expect((await screen.findByRole('alert')).textContent).toContain('Not yours.');
  await waitFor(() => expect(choice.checked).toBe(false));
});
