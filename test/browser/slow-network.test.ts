import type { Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.ts';
import { type FurnishedAccount, furnishedAccount } from '../harness/furnished.ts';
import { useSlow3g } from '../harness/network.ts';
import { testStack } from '../harness/stack.ts';
import { signIn } from '../harness/visit.ts';
import { registerAndReturn } from './flows/account.ts';
import { writeRecipe } from './flows/editor.ts';
import { planWeek } from './flows/plan.ts';
import { cookRecipe, findRecipe } from './flows/recipes.ts';
import { shopFlow } from './flows/shopping.ts';

/** Longest wait for any one thing, ms: some pages are five requests after each other, each of which takes 2 s. */
const patience = 120_000;

type Flow = (page: Page, origin: string) => Promise<unknown>;

/** The main flows; all but the first begin signed in. */
const flows: Readonly<Record<string, Flow>> = {
  'making an account': registerAndReturn,
  'finding a recipe': findRecipe,
  'cooking with two timers': cookRecipe,
  'writing a recipe': writeRecipe,
  'planning a week': (page, origin) => planWeek(page, origin, 'Shakshuka'),
  shopping: shopFlow,
};

const port = testStack().ingressPort;
const origin = `http://localhost:${port}`;
/** What came of each; a slow network leaves the processors time for all of them at once. */
let outcomes: Map<string, PromiseSettledResult<unknown>>;

beforeAll(async () => {
  const account = await furnishedAccount(port, 1);
  const names = Object.keys(flows);
  const settled = await Promise.allSettled(
    Object.values(flows).map((flow) => onSlow3g(account, flow)),
  );
  outcomes = new Map(settled.map((outcome, at) => [names[at] ?? '', outcome]));
}, 400_000);

async function onSlow3g({ user }: FurnishedAccount, flow: Flow): Promise<void> {
  const { context, close } = await openBrowser({
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    // Its own requests would be as fast as ever.
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.setDefaultNavigationTimeout(patience);
    if (flow !== registerAndReturn) await signIn(page, origin, user);
    await useSlow3g(page);
    await flow(page, origin);
  } finally {
    await close();
  }
}

test.each(Object.keys(flows))('%s works on slow 3G', (name) => {
  const outcome = outcomes.get(name);
  if (outcome?.status !== 'fulfilled') throw outcome?.reason;
});
