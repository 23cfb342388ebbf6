import type { Page } from 'playwright-core';

/** The Monday of a week long past, so that what else the account has planned is out of the way. */
const week = '2025-W10';

const meal = (page: Page, title: string, place: string) =>
  page.getByRole('button', { name: `More for ${title}, ${place}`, exact: true });

/** Adds a recipe to a place of the week that is shown. @param title of the recipe, or the note. */
export async function addMeal(page: Page, title: string, place: string): Promise<void> {
  await page.getByRole('button', { name: `Add to ${place}`, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill(title);
  await dialog.getByRole('button', { name: title, exact: true }).click();
  await meal(page, title, place).first().waitFor();
}

/** Plans three meals with mouse and keyboard: a recipe, a note and a copy; makes the shopping list of them. */
export async function planWeek(page: Page, origin: string, title: string): Promise<void> {
  await page.goto(`${origin}/plan?week=${week}`);
  await addMeal(page, title, 'Dinner, Monday 3 March');

  await page.getByRole('button', { name: 'Add to Lunch, Tuesday 4 March' }).click();
  await page.getByRole('searchbox').fill('Picnic');
  await page.getByRole('button', { name: 'Add “Picnic” as a note' }).click();
  await meal(page, 'Picnic', 'Lunch, Tuesday 4 March').waitFor();

  await carryByKeyboard(page, title, 'Dinner, Monday 3 March', ['ArrowRight', 'ArrowUp']);
  await meal(page, title, 'Lunch, Tuesday 4 March').waitFor();

  await page.getByRole('button', { name: 'Make a shopping list' }).click();
  await page.waitForURL(/\/shopping\/[0-9a-f]{24}$/);
}

/** Picks a meal up with its handle, carries it by arrow keys and puts it down. */
export async function carryByKeyboard(
  page: Page,
  title: string,
  place: string,
  keys: readonly string[],
): Promise<void> {
  await page.getByRole('button', { name: `Drag ${title}, ${place}`, exact: true }).focus();
  const said = page.getByRole('status').and(page.locator('[id^="DndLiveRegion"]'));
  await page.keyboard.press('Space');
  await said.getByText(`Over ${place}`).waitFor();
  for (const key of keys) {
    const before = (await said.textContent()) ?? '';
    await page.keyboard.press(key);
    await said.filter({ hasNotText: before }).waitFor();
  }
  await page.keyboard.press('Space');
}

/** Drags a meal with the mouse to another place. */
export async function dragByMouse(
  page: Page,
  title: string,
  from: string,
  to: string,
): Promise<void> {
  await page.getByRole('button', { name: `Drag ${title}, ${from}`, exact: true }).hover();
  await page.mouse.down();
  const target = page.getByRole('button', { name: `Add to ${to}`, exact: true });
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(`There is no place ${to}.`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x - 20, y - 20, { steps: 5 });
  await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.up();
  await meal(page, title, to).waitFor();
}
