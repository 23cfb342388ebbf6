import { type RecipeInput, recipeInput } from '../../recipes/schemas.ts';
import type { Graph, Node } from '../read/nodes.ts';
import { plainLine } from '../read/plain-text.ts';
import { readIngredients } from './ingredients.ts';
import { readNutrition } from './nutrition.ts';
import type { ImportProblem, Problems } from './problems.ts';
import { readSteps } from './steps.ts';
import { cut, cutList, lineAt, textAt, textOf, wordsAt } from './texts.ts';
import { readTimes } from './times.ts';
import { imagesOf, sourceOf } from './urls.ts';

/** A recipe that was read, not stored. */
export interface Draft {
  readonly recipe: RecipeInput;
  /** Addresses of pictures, the first the best. */
  readonly images: readonly string[];
  readonly problems: readonly ImportProblem[];
}

/** What is known of the page beside its structured data. */
export interface PageFacts {
  readonly url?: string | undefined;
  readonly title?: string;
}

/** Turns a schema.org/Recipe into a recipe of ours, and says what could not be read. */
export function draftOf(graph: Graph, node: Node, page: PageFacts, problems: Problems): Draft {
  const recipe = {
    title: titleOf(graph, node, page, problems),
    ...optional(
      'description',
      cut(textAt(graph, node, 'description'), 5000, 'description', problems),
    ),
    ingredients: readIngredients(graph, node, problems),
    steps: readSteps(graph, graph.values(node, 'recipeInstructions'), problems),
    tags: tagsOf(graph, node, problems),
    ...optional('servings', servingsOf(graph, node, problems)),
    ...readTimes(graph, node, problems),
    ...optional('cuisine', wordsAt(graph, node, 'recipeCuisine')[0]?.slice(0, 60)),
    ...optional('dishType', wordsAt(graph, node, 'recipeCategory')[0]?.slice(0, 60)),
    ...optional('nutrition', readNutrition(graph, node, problems)),
    ...optional('notes', authorNote(graph, node)),
    ...optional('sourceUrl', sourceOf(graph, node, page.url)),
  };
  if (recipe.steps.length === 0) problems.add('steps', 'No instructions were found.');
  return {
    recipe: validated(recipe, problems),
    images: imagesOf(graph, node, page.url),
    problems: problems.list,
  };
}

function optional<K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } {
  const given = value !== undefined && value !== '';
  return (given ? { [name]: value } : {}) as { [P in K]?: V };
}

function titleOf(graph: Graph, node: Node, page: PageFacts, problems: Problems): string {
  const name = lineAt(graph, node, 'name') || lineAt(graph, node, 'headline');
  const title = name || plainLine(page.title ?? '');
  if (name === '') problems.add('title', 'The recipe has no name; give it one.');
  return cut(title || 'Untitled recipe', 200, 'title', problems);
}

function tagsOf(graph: Graph, node: Node, problems: Problems): string[] {
  const [, ...categories] = wordsAt(graph, node, 'recipeCategory');
  const words = [...wordsAt(graph, node, 'keywords'), ...categories];
  // Of words that differ in case alone the first counts.
  const tags = new Map(
    words.toReversed().map((word) => [word.toLowerCase(), word.slice(0, 50).trim()]),
  );
  return cutList([...tags.values()].reverse(), 50, 'tags', problems);
}

/** Yields are texts such as `4 servings` or `Makes 24 cookies`, numbers, or several of these. */
function servingsOf(graph: Graph, node: Node, problems: Problems): number | undefined {
  const yields = ['recipeYield', 'yield'].flatMap((name) => graph.values(node, name));
  const texts = yields.flatMap((value) => plainLine(textOf(graph, value)) || []);
  for (const text of texts) {
    const servings = Number(/\d{1,5}/.exec(text)?.[0] ?? 0);
    if (servings >= 1 && servings <= 1000) return servings;
  }
  const [first] = texts;
  if (first !== undefined)
    problems.add('servings', `The yield “${first.slice(0, 80)}” could not be read.`);
  return undefined;
}

function authorNote(graph: Graph, node: Node): string | undefined {
  const author = lineAt(graph, node, 'author').slice(0, 200);
  return author === '' || URL.canParse(author) ? undefined : `Recipe by ${author}`;
}

/** Leaves out the fields that the API would refuse. */
function validated(recipe: RecipeInput, problems: Problems): RecipeInput {
  const result = recipeInput.safeParse(recipe);
  if (result.success) return result.data;
  const wrong = new Set(result.error.issues.map(({ path }) => String(path[0])));
  for (const field of wrong)
    problems.add(field, 'It holds what a recipe cannot have, so it was left out.');
  const kept = Object.entries(recipe).filter(([field]) => !wrong.has(field));
  return recipeInput.parse({ title: 'Untitled recipe', ...Object.fromEntries(kept) });
}
