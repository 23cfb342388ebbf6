/** @jest-environment jest-fixed-jsdom */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { session } from '../../auth/session.ts';
import { answerApi } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { dismissToast, toastStore } from '../../ui/toasts.ts';
import RecipeNewPage from './RecipeNewPage.tsx';

const writer = { id: '0'.repeat(24), email: 'cook@example.com', name: 'Cook' };
const stored = { id: 'r1', version: 1, title: 'Soup', ingredients: [], steps: [], tags: [] };
const nothing = [200, { tags: [], cuisines: [], dishTypes: [] }] as const;

beforeEach(() => {
  for (const { id } of toastStore.getSnapshot()) dismissToast(id);
  localStorage.clear();
  session.begin({ accessToken: 'token', user: writer });
});
afterEach(cleanup);

function open(answers: Parameters<typeof answerApi>[0] = {}) {
  const asked = answerApi({ 'GET /api/recipes/labels': nothing, ...answers });
  return {
    ...renderPage(<RecipeNewPage />, { at: '/recipes/new', pattern: '/recipes/new' }),
    asked,
  };
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const save = () => screen.getByRole('button', { name: 'Save the recipe' });

test('what is written is sent once, and the recipe opens', async () => {
  const { user, asked } = open({ 'POST /api/recipes': [201, stored] });
  await user.type(field('Name'), 'Soup');
  await user.type(field('Serves'), '4');
  await user.type(field('Amount of ingredient 1'), '1½');
  await user.type(field('Name of ingredient 1'), 'stock{Enter}');
  await user.type(screen.getByLabelText('Tags'), 'quick,vegan{Enter}');
  await user.type(field('Step 1'), 'Boil.');
  await user.click(save());
  await screen.findByText('another page');
  const [post, ...more] = asked.filter(({ method }) => method === 'POST');
  expect(more).toEqual([]);
  expect(post?.body).toEqual({
    title: 'Soup',
    servings: 4,
    ingredients: [{ quantity: 1.5, name: 'stock' }],
    steps: ['Boil.'],
    tags: ['quick', 'vegan'],
  });
  expect(post?.headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/);
  screen.getByText('“Soup” is saved.');
  expect(screen.queryByText('Your draft is kept on this device.')).toBeNull();
  expect(localStorage.length).toBe(0);
});

test('what is wrong is told at its field, which gets the focus, and nothing is sent', async () => {
  const { user, asked } = open();
  await user.type(field('Serves'), 'many');
  await user.click(save());
  await screen.findByText('The recipe is not saved yet: please look at the fields marked above.');
  expect(field('Name').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field('Name'));
  screen.getByText('Enter a number.');
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('the same recipe again after a failure has the same key, a corrected one another', async () => {
  const { user, asked } = open({ 'POST /api/recipes': [500, {}] });
  await user.type(field('Name'), 'Soup');
  await user.click(save());
  await screen.findByText('The server cannot answer now');
  await user.click(save());
  await waitFor(() => expect(posts()).toHaveLength(2));
  await waitFor(() => expect(save().hasAttribute('disabled')).toBe(false));
  await user.type(field('Name'), ' of the day');
  await user.click(save());
  await waitFor(() => expect(posts()).toHaveLength(3));
  const [first, again, other] = posts().map(({ headers }) => headers.get('idempotency-key'));
  expect(again).toBe(first);
  expect(other).not.toBe(first);

  function posts() {
    return asked.filter(({ method }) => method === 'POST');
  }
});

test('a new recipe without its picture is stored: what is written on is a change of it', async () => {
  HTMLCanvasElement.prototype.getContext = () => null;
  const pixels = { width: 8, height: 8, close: () => undefined };
  globalThis.createImageBitmap = async () => pixels;
  globalThis.XMLHttpRequest = class extends XMLHttpRequest {
    override send() {
      this.dispatchEvent(new ProgressEvent('error'));
    }
  };
  const { user, asked, container } = open({
    'POST /api/recipes': [201, stored],
    'PATCH /api/recipes/r1': [400, {}],
  });
  await user.type(field('Name'), 'Soup');
  const files = container.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  const picture = new Blob(['x'], { type: 'image/png' });
  fireEvent.change(files, { target: { files: [picture] } });
  await screen.findByRole('img', { name: 'The new picture' });
  await user.click(save());
  await screen.findByText(/The recipe is saved, but its picture is not/);
  expect(localStorage.length).toBe(0);
  await user.type(field('Name'), '!');
  expect(Object.keys(localStorage)).toEqual([expect.stringContaining('.r1')]);
  await user.click(save());
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ body: { title: 'Soup!' } }));
  expect(asked.at(-1)?.path).toBe('/api/recipes/r1');
});

test('several lines pasted into an ingredient are read, put right and added', async () => {
  const parsed = [
    { quantity: 2, unit: 'tbsp', name: 'oil', original: '2 tbsp oil' },
    { name: 'salt', group: 'Sauce', original: 'salt' },
  ];
  const { user, asked } = open({ 'POST /api/ingredients/parse': [200, { ingredients: parsed }] });
  await user.click(field('Name of ingredient 1'));
  await user.paste('2 tbsp oil\nSauce:\n\nsalt');
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByText('2 tbsp oil');
  expect(asked.find(({ path }) => path.endsWith('/parse'))?.body).toEqual({
    lines: ['2 tbsp oil', 'Sauce:', 'salt'],
  });
  const name = dialog.getByLabelText('Name of ingredient 1');
  await user.clear(name);
  await user.type(name, 'olive oil');
  await user.click(dialog.getByRole('button', { name: 'Add 2 ingredients' }));
  expect(field('Name of ingredient 1').value).toBe('olive oil');
  expect(field('Heading of a part of the dish').value).toBe('Sauce');
  expect(field('Name of ingredient 2').value).toBe('salt');
  expect(screen.queryByLabelText('Name of ingredient 3')).toBeNull();
});

test('several steps that are pasted become several; Enter begins a new one', async () => {
  const { user } = open();
  await user.click(field('Step 1'));
  await user.paste('1. Chop.\n2. Fry.');
  expect(field('Step 1').value).toBe('Chop.');
  expect(field('Step 2').value).toBe('Fry.');
  await user.type(field('Step 2'), '{Enter}');
  expect(document.activeElement).toBe(field('Step 3'));
  expect(field('Step 3').value).toBe('');
});

test('rows move by buttons, and the focus goes with them', async () => {
  const { user } = open();
  await user.type(field('Name of ingredient 1'), 'salt');
  await user.click(screen.getByRole('button', { name: 'Move ingredient 1 down' }));
  expect(field('Name of ingredient 2').value).toBe('salt');
  expect(document.activeElement).toBe(
    screen.getByRole('button', { name: 'Move ingredient 2 down' }),
  );
  screen.getByText('Moved to place 2 of 3.');
  await user.click(screen.getByRole('button', { name: 'Remove ingredient 2' }));
  expect(screen.queryByDisplayValue('salt')).toBeNull();
  expect(document.activeElement?.closest('li')).toBe(field('Name of ingredient 2').closest('li'));
});

test('a draft is there again for its writer, until it is discarded', async () => {
  const first = open();
  await first.user.type(field('Name'), 'Half a recipe');
  first.unmount();
  const { user } = open();
  screen.getByText('Your draft is kept on this device.');
  expect(field('Name').value).toBe('Half a recipe');
  const notice = within(screen.getByText(/^Here is what you wrote/).closest('div') as HTMLElement);
  await user.click(notice.getByRole('button', { name: 'Discard the draft' }));
  expect(field('Name').value).toBe('');
  expect(localStorage.length).toBe(0);
});

test('closing the page with something unsaved asks first', async () => {
  const { user } = open();
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    fireEvent(window, event);
    return event.defaultPrevented;
  };
  expect(leave()).toBe(false);
  await user.type(field('Name'), 'S');
  expect(leave()).toBe(true);
});

test('a tag goes by its button and by Backspace, and no tag comes twice', async () => {
  const { user } = open();
  const tags = screen.getByLabelText('Tags');
  await user.type(tags, 'quick,vegan,Quick,');
  const shown = () =>
    screen.queryAllByRole('button', { name: /^Remove the tag/ }).map(({ ariaLabel }) => ariaLabel);
  expect(shown()).toEqual(['Remove the tag quick', 'Remove the tag vegan']);
  await user.click(screen.getByRole('button', { name: 'Remove the tag quick' }));
  await user.type(tags, '{Backspace}');
  expect(shown()).toEqual([]);
});
