import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { type OpenBrowser, openBrowser } from '../harness/browser.ts';
import { testStack } from '../harness/stack.ts';

const origin = `http://localhost:${testStack().ingressPort}`;
let browser: OpenBrowser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 390, height: 844 } });
  page = await browser.context.newPage();
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

describe('in a browser', () => {
  test('the demo account’s recipes show, and one opens', async () => {
    await page.goto(`${origin}/recipes`);
    await page.getByLabel('Email').fill('demo@example.com');
    await page.getByLabel('Password', { exact: true }).fill('recipe-book-demo');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: /recipes/i, level: 1 }).waitFor();
    await page.getByRole('link', { name: /Shakshuka/ }).click();
    await page.getByRole('heading', { name: 'Shakshuka', level: 1 }).waitFor();
    expect(await page.getByRole('listitem').count()).toBeGreaterThan(5);
    expect(problems).toEqual([]);
  }, 60_000);

  test('a new recipe is kept', async () => {
    const title = `Toast ${randomUUID().slice(0, 8)}`;
    await page.getByRole('link', { name: 'Add recipe' }).click();
    await page.getByLabel('Name', { exact: true }).fill(title);
    await page.getByLabel('Name of ingredient 1').fill('bread');
    await page.getByLabel('Step 1', { exact: true }).fill('Toast it until golden.');
    await page.getByRole('button', { name: /save/i }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Recipes', exact: true }).click();
    await page.getByRole('link', { name: new RegExp(title) }).waitFor();
    expect(problems).toEqual([]);
  }, 60_000);

  test('who is signed in stays so when the page is loaded anew, without a token in any storage', async () => {
    await page.goto(`${origin}/recipes`);
    await page.getByRole('link', { name: /Shakshuka/ }).waitFor();
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual(['user']);
    expect(await page.evaluate('JSON.stringify([localStorage, sessionStorage])')).not.toMatch(
      /eyJ|token/i,
    );
  }, 60_000);

  test('a wrong password is told, and nothing is stored in the browser', async () => {
    const other = await openBrowser();
    try {
      const stranger = await other.context.newPage();
      await stranger.goto(`${origin}/sign-in`);
      await stranger.getByLabel('Email').fill('demo@example.com');
      await stranger.getByLabel('Password', { exact: true }).fill('not-the-password');
      await stranger.getByRole('button', { name: 'Sign in' }).click();
      await stranger.getByRole('alert').waitFor();
      expect(await stranger.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
    } finally {
      await other.close();
    }
  }, 60_000);
});
