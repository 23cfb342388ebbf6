import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

interface Page {
  Component: LazyExoticComponent<ComponentType>;
  /** Fetches the page's code ahead of a likely visit; an error shows when the page is opened. */
  preload: () => void;
}

function page(load: () => Promise<{ default: ComponentType }>): Page {
  return { Component: lazy(load), preload: () => void load().catch(() => undefined) };
}

/** Every page, each in a chunk of its own that loads on its first visit. */
export const pages = {
  welcome: page(() => import('./WelcomePage.tsx')),
  signIn: page(() => import('../auth/SignInPage.tsx')),
  register: page(() => import('../auth/RegisterPage.tsx')),
  recipeList: page(() => import('../recipes/list/RecipeListPage.tsx')),
  recipeView: page(() => import('../recipes/view/RecipeViewPage.tsx')),
  recipeNew: page(() => import('../recipes/new/RecipeNewPage.tsx')),
  notFound: page(() => import('./NotFoundPage.tsx')),
};

/** Wraps what only signed-in people see, with the cache of their data. */
export const SignedInArea = lazy(() => import('./SignedInArea.tsx'));
