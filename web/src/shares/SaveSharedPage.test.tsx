/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { recipeKeys } from '../api/keys.ts';
import { answerApi } from '../testing/api-answers.ts';
import { renderPage } from '../testing/render-page.tsx';
import SaveSharedPage from './SaveSharedPage.tsx';

test('a copy of a shared recipe is made once, opens, and lists are asked for anew', async () => {
  const recipe = { title: 'Soup', ingredients: [{ name: 'leeks' }], steps: [], tags: [] };
  const asked = answerApi({
    'GET /api/shared/abc': [200, { kind: 'recipe', recipe }],
    'POST /api/recipes': [201, { ...recipe, id: 'r1', version: 1 }],
  });
  const { user, client } = renderPage(<SaveSharedPage />, { at: '/save#abc', pattern: '/save' });
  client.setQueryData(recipeKeys.list({}), { pages: [], pageParams: [] });
  await user.click(await screen.findByRole('button', { name: 'Save to my recipes' }));
  await screen.findByText('another page');
  expect(asked.filter(({ method }) => method === 'POST')).toMatchObject([{ body: recipe }]);
  expect(client.getQueryState(recipeKeys.list({}))?.isInvalidated).toBe(true);
});
