import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { measured } from '../telemetry/measured.tsx';

interface Page {
  Component: LazyExoticComponent<ComponentType>;
  /** Fetches the page's code ahead of a likely visit; an error shows when the page is opened. */
  preload: () => void;
}

function page(name: string, load: () => Promise<{ default: ComponentType }>): Page {
  return {
    Component: lazy(async () => ({ default: measured(name, (await load()).default) })),
    preload: () => void load().catch(() => undefined),
  };
}

/** Every page, each in a chunk of its own that loads on its first visit. */
export const pages = {
  welcome: page('welcome', () => import('./WelcomePage.tsx')),
  signIn: page('signIn', () => import('../auth/SignInPage.tsx')),
  register: page('register', () => import('../auth/RegisterPage.tsx')),
  recipeList: page('recipeList', () => import('../recipes/list/RecipeListPage.tsx')),
  recipeView: page('recipeView', () => import('../recipes/view/RecipeViewPage.tsx')),
  recipeNew: page('recipeNew', () => import('../recipes/new/RecipeNewPage.tsx')),
  notFound: page('notFound', () => import('./NotFoundPage.tsx')),
};

/** Wraps what only signed-in people see, with the cache of their data. */
export const SignedInArea = lazy(() => import('./SignedInArea.tsx'));
