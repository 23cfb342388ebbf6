import { pick } from '../random.ts';
import { listRecipes } from '../recipes.ts';
import type { Flow } from './flow.ts';

const pages = ['', '', '', '?page=2', '?sort=title', '?sort=rating', '?tag=vegetarian'];

/** Looks through the recipes: mostly the newest, at times by another order or a label. */
export const list: Flow = { name: 'list', weight: 25, run: () => listRecipes(pick(pages)) };
