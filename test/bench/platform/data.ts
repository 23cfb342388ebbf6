import { demoRecipes } from '../../../app/src/seed/recipes/index.ts';
import { ingredientPool } from '../../../app/src/seed/synthetic/ingredients.ts';
import { Random } from '../../../app/src/seed/synthetic/random.ts';
import { syntheticRecipe } from '../../../app/src/seed/synthetic/recipe.ts';
import { steps as sentences } from '../../../app/src/seed/synthetic/words.ts';
import { call } from '../../harness/client.ts';
import { registerUser, type TestUser } from '../../harness/users.ts';

/** As many recipes as a page of the list holds. */
const page = 20;
/** What is stored of a recipe besides what was sent, bytes. */
const besides = 150;
const random = new Random(1);
const pool = ingredientPool(random);

/** What is asked for. */
export interface BenchData {
  /** Has 20 recipes, one of which is changed before they are listed, so that the list is made anew. */
  readonly changing: TestUser;
  /** Has 20 recipes; the list of them is kept. */
  readonly quiet: TestUser;
  /** Of the quiet user: a usual recipe, and some of known sizes by KB. */
  readonly recipes: { readonly usual: string; readonly bySize: Readonly<Record<number, string>> };
  /** Makes the lists of the changing user untrue. */
  change(): Promise<void>;
}

/** Makes it by the API. @param sizes of recipes, KB. */
export async function makeData(port: number, sizes: readonly number[]): Promise<BenchData> {
  const [changing, quiet] = [await registerUser(port), await registerUser(port)];
  const add = (user: TestUser, body: object) => send(port, user, 'POST', '/api/recipes', body);
  // Made first, so that they are not on the page.
  const bySize: Record<number, string> = {};
  for (const size of sizes) bySize[size] = await add(quiet, recipeOfSize(size));
  const usual = await add(quiet, demoRecipes[0] ?? {});
  let last = '';
  for (let at = 0; at < page; at++) {
    await add(quiet, usualRecipe());
    last = await add(changing, usualRecipe());
  }
  const change = async () => {
    const servings = random.between(1, 12);
    await send(port, changing, 'PATCH', `/api/recipes/${last}`, { servings });
  };
  return { changing, quiet, recipes: { usual, bySize }, change };
}

function usualRecipe(): object {
  const { createdAt: _made, updatedAt: _changed, ...recipe } = syntheticRecipe(random, pool);
  return recipe;
}

/** A recipe whose JSON has about so many KB. */
function recipeOfSize(kilobytes: number): object {
  const steps: string[] = [];
  const recipe = { title: `A recipe of ${kilobytes} KB`, steps };
  while (JSON.stringify(recipe).length < kilobytes * 1024 - besides) {
    steps.push(
      Array.from({ length: Math.ceil(kilobytes / 2) }, () => random.pick(sentences)).join(' '),
    );
  }
  return recipe;
}

async function send(
  port: number,
  { token }: TestUser,
  method: string,
  path: string,
  body: object,
): Promise<string> {
  const answer = await call({ port, token, method, path, body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.json.id;
}
