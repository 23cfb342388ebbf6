/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { Menu } from './Menu.tsx';

function renderMenu() {
  const done: string[] = [];
  const page = (
    <>
      <Menu label="More">
        <button type="button" onClick={() => done.push('copied')}>
          Copy
        </button>
      </Menu>
      <button type="button">Elsewhere</button>
    </>
  );
  return { ...renderPage(page), done };
}

test('opens, does what is chosen, and closes', async () => {
  const { user, done } = renderMenu();
  expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(done).toEqual(['copied']);
  expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
});

test('Escape closes it and gives the focus back; leaving it by Tab closes it', async () => {
  const { user } = renderMenu();
  const button = screen.getByRole('button', { name: 'More' });
  await user.click(button);
  await user.tab();
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{Enter}');
  await user.tab();
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Elsewhere');
  expect(button.getAttribute('aria-expanded')).toBe('false');
});
