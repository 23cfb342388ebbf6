import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recipeSummary } from '../../../app/src/recipes/schemas.ts';
import { demoRecipes } from '../../../app/src/seed/recipes/index.ts';
import { ingredientPool } from '../../../app/src/seed/synthetic/ingredients.ts';
import { Random } from '../../../app/src/seed/synthetic/random.ts';
import { syntheticRecipe } from '../../../app/src/seed/synthetic/recipe.ts';
import { buildWeb, webRoot } from '../../../infra/local/src/web-build.ts';

/** An answer as the app gives it. */
export interface Payload {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

/** What browsers ask for most: lists and recipes as JSON, and the files of the front end. */
export async function payloads(): Promise<Payload[]> {
  await buildWeb();
  return [
    json('a recipe', { ...stored(0), ...demoRecipes[0] }),
    json('20 recipes of a list', page(20)),
    json('100 recipes of a list', page(100)),
    file('the style sheet', 'text/css; charset=utf-8', 'app-*.css'),
    file('a script of the app', 'text/javascript; charset=utf-8', 'RecipeNewPage-*.js'),
    file('the largest script', 'text/javascript; charset=utf-8', 'react-*.js'),
  ];
}

function json(name: string, data: object): Payload {
  return { name, type: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify(data)) };
}

function page(limit: number): object {
  const random = new Random(1);
  const pool = ingredientPool(random);
  const items = Array.from({ length: limit }, (_, at) =>
    recipeSummary.parse({ ...syntheticRecipe(random, pool), ...stored(at) }),
  );
  return { items, page: 1, limit, total: 1000 };
}

/** What every stored recipe has besides. */
function stored(at: number) {
  const time = new Date(Date.UTC(2026, 0, 1) + at * 54_321_987);
  const id = (0x65a1b2c3 + at * 977).toString(16) + (0x9f3c0d1e5a7b + at * 31_337).toString(16);
  return { id: id.padEnd(24, '0').slice(0, 24), version: 1, createdAt: time, updatedAt: time };
}

function file(name: string, type: string, pattern: string): Payload {
  const [found = ''] = globSync(pattern, { cwd: join(webRoot, 'assets') });
  return { name, type, body: readFileSync(join(webRoot, 'assets', found)) };
}
