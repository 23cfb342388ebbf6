/** @jest-environment jest-fixed-jsdom */
import { useMutation } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { api } from '../api/api.ts';
import { answerApi, type TestAnswer } from '../testing/api-answers.ts';
import { renderPage } from '../testing/render-page.tsx';
import { WaitingChanges } from './WaitingChanges.tsx';

function Page() {
  const rate = useMutation({ mutationFn: () => api('PATCH', '/api/recipes/1', { body: {} }) });
  return (
    <>
      <WaitingChanges />
      <button type="button" onClick={() => rate.mutate()}>
        rate
      </button>
      <p>{rate.status}</p>
    </>
  );
}

/** The server asks the first change to wait. */
function askToWait(seconds: string): void {
  const answers: TestAnswer[] = [[429, {}, { 'retry-after': seconds }]];
  answerApi({ 'PATCH /api/recipes/1': () => answers.shift() ?? [200, {}] });
}

test('a change that must wait says so, and is gone when it is sent', async () => {
  askToWait('1');
  const { user } = renderPage(<Page />);
  await user.click(screen.getByRole('button', { name: 'rate' }));
  expect(await screen.findByText(/goes on by itself/)).toBeTruthy();
  expect(await screen.findByText('success', undefined, { timeout: 4_000 })).toBeTruthy();
  expect(screen.queryByRole('timer')).toBeNull();
});

test('a change that would wait for long fails at once', async () => {
  askToWait('600');
  const { user } = renderPage(<Page />);
  await user.click(screen.getByRole('button', { name: 'rate' }));
  expect(await screen.findByText('error')).toBeTruthy();
  expect(screen.queryByRole('timer')).toBeNull();
});
