import { demoRecipes } from '../../../app/src/seed/recipes/index.ts';
import { call, freshAddress } from '../../harness/client.ts';
import { registerUser, type TestUser } from '../../harness/users.ts';

/** What requests are about. */
export interface Scene {
  /** Has a page full of recipes. */
  readonly user: TestUser;
  /** Adds recipes: another, whose lists nobody keeps in the cache. */
  readonly writer: TestUser;
  readonly recipeId: string;
  /** Path of the largest script of the welcome page. */
  readonly asset: string;
}

/** As many recipes as a page of the list holds. */
const recipes = 20;

/** Makes one through an ingress. */
export async function makeScene(port: number): Promise<Scene> {
  const user = await registerUser(port);
  let recipeId = '';
  for (let index = 0; index < recipes; index++) {
    const body = demoRecipes[index % demoRecipes.length];
    const { token } = user;
    const answer = await call({ port, token, path: '/api/recipes', method: 'POST', body });
    if (answer.status !== 201) throw new Error(`No recipe: ${answer.status} ${answer.text}`);
    recipeId = answer.json.id;
  }
  return {
    user,
    writer: await registerUser(port),
    recipeId,
    asset: await scriptOf(port),
  };
}

async function scriptOf(port: number): Promise<string> {
  const { text } = await call({ port, path: '/', from: freshAddress() });
  const [, path] = /<script[^>]+src="([^"]+)"/.exec(text) ?? [];
  if (path === undefined) throw new Error('The welcome page names no script.');
  return path;
}
