import type { Page } from 'playwright-core';
import { call } from '../harness/client.ts';

/** The account that `make up` seeds. */
const demo = { email: 'demo@example.com', password: 'recipe-book-demo' };

/** Signs the browser in as a visitor would; its cookie stays. */
export async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Email').fill(demo.email);
  await page.getByLabel('Password', { exact: true }).fill(demo.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: /Shakshuka/ }).waitFor();
}

/** The path of a recipe with all that recipes have. */
export async function recipePath(port: number): Promise<string> {
  const { json: session } = await call({
    port,
    path: '/api/auth/login',
    method: 'POST',
    body: demo,
  });
  const found = await call({
    port,
    path: '/api/recipes?q=Shakshuka',
    headers: { authorization: `Bearer ${session.accessToken}` },
  });
  if (found.status !== 200) throw new Error(`The search answered ${found.status}: ${found.text}`);
  return `/recipes/${found.json.items[0].id}`;
}
