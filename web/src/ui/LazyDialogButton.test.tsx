/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { Dialog } from './Dialog.tsx';
import { LazyDialogButton } from './LazyDialogButton.tsx';
import { lazyDialog } from './lazy-dialog.tsx';

function Note({ name, onClose }: { name: string; onClose: () => void }) {
  return (
    <Dialog open title={name} onClose={onClose}>
      Text
    </Dialog>
  );
}

test('a dialog that was fetched ahead shows at once, whenever it is opened', async () => {
  const dialog = lazyDialog(async () => Note);
  await dialog.preload();
  const { user } = renderPage(
    <LazyDialogButton dialog={dialog} given={{ name: 'Note' }} label="Open" />,
  );
  for (const _ of [1, 2]) {
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  }
});

test('a dialog that cannot be fetched is told of, and opens once it can', async () => {
  let isOnline = false;
  const dialog = lazyDialog(async () => {
    if (!isOnline) throw new TypeError('Failed to fetch');
    return Note;
  });
  const { user } = renderPage(
    <LazyDialogButton dialog={dialog} given={{ name: 'Note' }} label="Open" />,
  );
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByText(/could not be loaded/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Load again' })).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  isOnline = true;
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByRole('dialog', { name: 'Note' })).toBeTruthy();
});
