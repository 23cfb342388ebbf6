import type { ComponentType } from 'react';
import { measured } from '../telemetry/measured.tsx';
import type { TextArea } from '../texts/keys.ts';
import { loadTexts } from '../texts/load-texts.ts';
import { fetchedAhead } from './fetched-ahead.tsx';

interface Page {
  Component: ComponentType;
  /** Fetches the page's code and texts ahead of a likely visit. Never rejects: an error shows when the page is opened. */
  preload: () => Promise<unknown>;
  /** Whose texts it shows, besides the `common` ones. */
  areas: readonly TextArea[];
}

function page(
  name: string,
  load: () => Promise<{ default: ComponentType }>,
  areas: readonly TextArea[] = [],
): Page {
  const { Component, load: loadAll } = fetchedAhead(async () => {
    const [module] = await Promise.all([load(), ...areas.map(loadTexts)]);
    return measured(name, module.default);
  });
  return { Component, preload: () => loadAll().catch(() => undefined), areas };
}

/** Every page, each in a chunk of its own that loads on its first visit. */
export const pages = {
  welcome: page('welcome', () => import('./WelcomePage.tsx'), ['welcome']),
  signIn: page('signIn', () => import('../auth/SignInPage.tsx'), ['auth']),
  register: page('register', () => import('../auth/RegisterPage.tsx'), ['auth']),
  forgotPassword: page('forgotPassword', () => import('../auth/ForgotPasswordPage.tsx'), ['auth']),
  resetPassword: page('resetPassword', () => import('../auth/ResetPasswordPage.tsx'), ['auth']),
  recipeList: page('recipeList', () => import('../recipes/list/RecipeListPage.tsx'), ['recipes']),
  recipeView: page('recipeView', () => import('../recipes/view/RecipeViewPage.tsx'), ['recipe']),
  recipeCook: page('recipeCook', () => import('../recipes/cook/RecipeCookPage.tsx'), ['recipe']),
  recipeNew: page('recipeNew', () => import('../recipes/edit/RecipeNewPage.tsx'), ['editor']),
  recipeEdit: page('recipeEdit', () => import('../recipes/edit/RecipeEditPage.tsx'), ['editor']),
  recipeImport: page('recipeImport', () => import('../recipes/import/RecipeImportPage.tsx'), [
    'editor',
    'import',
  ]),
  collections: page('collections', () => import('../collections/list/CollectionsPage.tsx'), [
    'collections',
  ]),
  collection: page('collection', () => import('../collections/view/CollectionPage.tsx'), [
    'collections',
  ]),
  plan: page('plan', () => import('../plan/PlanPage.tsx'), ['plan']),
  shoppingLists: page('shoppingLists', () => import('../shopping/overview/ShoppingListsPage.tsx'), [
    'shopping',
  ]),
  shoppingList: page('shoppingList', () => import('../shopping/view/ShoppingListPage.tsx'), [
    'shopping',
  ]),
  account: page('account', () => import('../account/AccountPage.tsx'), ['account', 'auth']),
  saveShared: page('saveShared', () => import('../shares/SaveSharedPage.tsx'), ['shares']),
  shares: page('shares', () => import('../shares/SharesPage.tsx'), ['shares']),
  notFound: page('notFound', () => import('./NotFoundPage.tsx')),
};

/** The name of a page, by which links say what to fetch ahead. */
export type PageName = keyof typeof pages;

const signedInArea = fetchedAhead(async () => (await import('./SignedInArea.tsx')).default);

export const loadSignedInArea = signedInArea.load;

/** Wraps what only signed-in people see, with the cache of their data. */
export const SignedInArea = signedInArea.Component;
