import type { Model } from 'mongoose';
import type { RecipeRecord } from './model.ts';
import type { Label, RecipeLabels } from './schemas.ts';
import { fold } from './search/words.ts';

/** Recipes that are looked at, the newest first: as many as a search looks at. */
const maxRecipes = 1000;
/** Labels of each kind. */
const maxLabels = 100;

/** The labels in an owner's recipes, each with how many have it, the most used first. */
export async function labelsOf(recipes: Model<RecipeRecord>, owner: string): Promise<RecipeLabels> {
  const found = await recipes
    .find({ owner })
    .select({ tags: 1, cuisine: 1, dishType: 1 })
    .sort({ createdAt: -1 })
    .limit(maxRecipes)
    .lean();
  return {
    tags: counted(found.map(({ tags }) => tags)),
    cuisines: counted(found.map(({ cuisine }) => (cuisine ? [cuisine] : []))),
    dishTypes: counted(found.map(({ dishType }) => (dishType ? [dishType] : []))),
  };
}

/** Counts as lists look for them: without capitals and accents. The latest spelling is shown. */
function counted(labels: readonly (readonly string[])[]): Label[] {
  const counts = new Map<string, Label>();
  for (const ofOne of labels) {
    for (const [key, name] of new Map(ofOne.map((label) => [fold(label), label]))) {
      const known = counts.get(key);
      counts.set(key, { name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, maxLabels);
}
