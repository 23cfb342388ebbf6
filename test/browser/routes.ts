import type { Page } from 'playwright-core';
import type { FurnishedAccount } from '../harness/furnished.ts';

/** A page in one of its states, as `make screenshots` photographs it and tests judge it. */
export interface PageState {
  /** Its address, as `App.tsx` has it. */
  readonly route: string;
  /** Short, of letters and hyphens: the name of its pictures. */
  readonly name: string;
  /** Where it is in an account that has some of everything. */
  readonly path: (account: FurnishedAccount) => string;
  /** Whether only signed-in people see it. */
  readonly signedIn: boolean;
  /** What brings it into this state, such as a click that opens a dialog. */
  readonly reach?: (page: Page) => Promise<void>;
}

function open(name: string, route: string, path: PageState['path'] = () => route): PageState {
  return { name, route, path, signedIn: false };
}

function own(
  name: string,
  route: string,
  path: PageState['path'] = () => route,
  reach?: PageState['reach'],
): PageState {
  return { name, route, path, signedIn: true, ...(reach && { reach }) };
}

/** Every page of the app. A new route in `App.tsx` needs a line here; a test says so. */
export const pageStates: readonly PageState[] = [
  open('welcome', '/'),
  open('sign-in', '/sign-in'),
  open('register', '/register'),
  open('forgot-password', '/forgot-password'),
  open('reset-password', '/reset-password', () => `/reset-password#token=${'x'.repeat(43)}`),
  open('reset-password-link', '/reset-password'),
  open('not-found', '/*', () => '/no/such/page'),
  own('recipes', '/recipes'),
  own('recipe', '/recipes/:id', ({ recipeId }) => `/recipes/${recipeId}`),
  own('recipe-missing', '/recipes/:id', () => `/recipes/${'0'.repeat(24)}`),
  own('recipe-new', '/recipes/new'),
  own('collections', '/collections'),
  own('plan', '/plan'),
  own('shopping-lists', '/shopping'),
  own('account', '/account'),
  own('shares', '/account/shares'),
];
