/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { Dialog } from './Dialog.tsx';
import { LazyDialogButton } from './LazyDialogButton.tsx';

test('a dialog that cannot be fetched is told of, and opens once it can', async () => {
  let isOnline = false;
  const load = async () => {
    if (!isOnline) throw new TypeError('Failed to fetch');
    return ({ name, onClose }: { name: string; onClose: () => void }) => (
      <Dialog open title={name} onClose={onClose}>
        Text
      </Dialog>
    );
  };
  const { user } = renderPage(
    <LazyDialogButton load={load} dialog={{ name: 'Note' }} label="Open" />,
  );
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByRole('button', { name: 'Close' })).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  isOnline = true;
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByRole('dialog', { name: 'Note' })).toBeTruthy();
});
