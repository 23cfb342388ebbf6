/** @jest-environment jest-fixed-jsdom */
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../testing/render-page.tsx';
import { Dialog } from './Dialog.tsx';
import { dismissToast, toast, toastStore } from './toasts.ts';

function Page() {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => toast('Said outside.')}>
        Say
      </button>
      <Dialog open={isOpen} title="Note" onClose={() => setOpen(false)}>
        <input aria-label="Text" defaultValue="words" />
        <button type="button" onClick={() => toast('Copied.')}>
          Copy
        </button>
      </Dialog>
    </>
  );
}

afterEach(() => {
  for (const { id } of toastStore.getSnapshot()) dismissToast(id);
});

test('a press beside it closes it, a text that is selected to beyond its edge does not', async () => {
  const { user } = renderPage(<Page />);
  const dialog = screen.getByRole('dialog');
  await user.pointer([
    { keys: '[MouseLeft>]', target: screen.getByLabelText('Text') },
    { keys: '[/MouseLeft]', target: dialog },
  ]);
  await user.click(screen.getByLabelText('Text'));
  expect(screen.getByRole('dialog')).toBe(dialog);
  await user.click(dialog);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what is said while it is open is said in it, where it is seen and heard', async () => {
  const { user } = renderPage(<Page />);
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Copy' }));
  expect(within(dialog.getByRole('status')).getByText('Copied.')).toBeTruthy();
  expect(screen.getAllByText('Copied.')).toHaveLength(1);
  await user.click(dialog.getAllByRole('button', { name: 'Close' })[0] as HTMLElement);
  await user.click(screen.getByRole('button', { name: 'Say' }));
  expect(within(screen.getByRole('status')).getByText('Said outside.')).toBeTruthy();
});

test('a message that is to remain is not driven out by others', () => {
  toast('A new version.', undefined, true);
  for (const text of ['One.', 'Two.', 'Three.']) toast(text);
  expect(toastStore.getSnapshot().map(({ text }) => text)).toEqual([
    'A new version.',
    'Two.',
    'Three.',
  ]);
});
