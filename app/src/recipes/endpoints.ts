import type { Events } from '../events.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { changeRecipe } from './change.ts';
import { createRecipe } from './create.ts';
import { duplicateRecipe } from './duplicate.ts';
import { listRecipes } from './list.ts';
import { readRecipe } from './read.ts';
import { readLabels } from './read-labels.ts';
import { removeRecipe } from './remove.ts';
import { replaceRecipe } from './replace.ts';
import type { RecipeService } from './service.ts';

export function recipeEndpoints(recipes: RecipeService, events: Events): Endpoint[] {
  return [
    listRecipes(recipes),
    createRecipe(recipes, events),
    readLabels(recipes),
    readRecipe(recipes),
    replaceRecipe(recipes),
    changeRecipe(recipes),
    removeRecipe(recipes, events),
    duplicateRecipe(recipes, events),
  ];
}
