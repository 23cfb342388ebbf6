import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Somebody with an account. */
export interface Person {
  readonly email: string;
  readonly password: string;
}

/** Makes an account by the form. Ends at the recipes. */
async function register(page: Page, origin: string): Promise<Person> {
  const person = { email: `${randomUUID()}@example.org`, password: `pass-${randomUUID()}` };
  await page.goto(origin);
  await page.getByRole('link', { name: 'Create an account' }).first().click();
  await page.getByLabel('Name').fill('Test Cook');
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await atRecipes(page);
  return person;
}

/** Signs in by the form. Ends at the recipes. */
export async function signIn(page: Page, origin: string, person: Person): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await fillSignIn(page, person);
  await atRecipes(page);
}

/** Fills the form that is shown, and sends it. */
export async function fillSignIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs out on the account page. Ends at the sign-in page. */
async function signOut(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/account`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
}

/** Makes an account, leaves it, and comes back. */
export async function registerAndReturn(page: Page, origin: string): Promise<void> {
  const person = await register(page, origin);
  await signOut(page, origin);
  await signIn(page, origin, person);
}

/** Deletes the account. Ends at the sign-in page. */
export async function deleteAccount(page: Page, origin: string, person: Person): Promise<void> {
  await page.goto(`${origin}/account`);
  await page.getByRole('button', { name: 'Delete account' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Type your email/).fill(person.email);
  await dialog.getByLabel('Password', { exact: true }).fill(person.password);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByText('Your account is deleted.').waitFor();
}

/** Makes a link to a recipe. @param path of its page. @returns the link */
export async function shareRecipe(page: Page, origin: string, path: string): Promise<string> {
  await page.goto(origin + path);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** Exports everything. @returns where the file is */
export async function exportAll(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/account`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  return (await download).path();
}

/** Imports a file. @returns what is told of it */
export async function importFile(page: Page, origin: string, path: string): Promise<string> {
  await page.goto(`${origin}/account`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({
    name: 'export.jsonld',
    mimeType: 'application/ld+json',
    buffer: await readFile(path),
  });
  const told = page.getByText(/^(Added:|Nothing new)/);
  await told.waitFor();
  return (await told.textContent()) ?? '';
}

function atRecipes(page: Page): Promise<void> {
  return page.waitForURL('**/recipes');
}
