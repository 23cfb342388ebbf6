/** @jest-environment jest-fixed-jsdom */
import { act, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { session } from '../../auth/session.ts';
import { answerApi, pagesOf } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { listId } from '../testing/lists.ts';
import { FillDialog } from './FillDialog.tsx';

test('every meal plan can be bought for, however many there are', async () => {
  session.begin({
    accessToken: 'token',
    user: { id: 'planner', email: 'ada@example.com', name: 'Ada' },
  });
  const plans = Array.from({ length: 101 }, (_, at) => ({
    id: String(at).padStart(24, '0'),
    name: `Plan ${at}`,
    startDate: '2026-11-23',
    endDate: '2026-11-29',
  }));
  answerApi({ 'GET /api/meal-plans': pagesOf(plans), 'GET /api/recipes': pagesOf([]) });
  // The dialog suspends until the lists of the device are read.
  await act(async () => {
    renderPage(
      <Suspense>
        <FillDialog listId={listId} onClose={() => undefined} />
      </Suspense>,
    );
  });
  expect((await screen.findAllByRole('option', { name: /^Plan / })).length).toBe(101);
});
