import type account from './en/account.json';
import type auth from './en/auth.json';
import type collections from './en/collections.json';
import type common from './en/common.json';
import type editor from './en/editor.json';
import type imports from './en/import.json';
import type plan from './en/plan.json';
import type recipe from './en/recipe.json';
import type recipes from './en/recipes.json';
import type shares from './en/shares.json';
import type shopping from './en/shopping.json';
import type timers from './en/timers.json';
import type welcome from './en/welcome.json';

/** Every area's texts as English has them; `common` comes with the app, the others with the pages that name them. */
interface Areas {
  account: typeof account;
  auth: typeof auth;
  collections: typeof collections;
  common: typeof common;
  editor: typeof editor;
  import: typeof imports;
  plan: typeof plan;
  recipe: typeof recipe;
  recipes: typeof recipes;
  shares: typeof shares;
  shopping: typeof shopping;
  timers: typeof timers;
  welcome: typeof welcome;
}

/** An area's texts, a file of each language. */
export type TextArea = keyof Areas;

/** The keys of every text, which English has all of; a test keeps the other languages alike. */
export type TextKey = { [Area in TextArea]: keyof Areas[Area] }[TextArea];
