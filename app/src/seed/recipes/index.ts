import type { z } from 'zod';
import type { recipeInput } from '../../recipes/schemas.ts';
import { borscht } from './borscht.ts';
import { chanaMasala } from './chana-masala.ts';
import { guacamole } from './guacamole.ts';
import { kaiserschmarrn } from './kaiserschmarrn.ts';
import { misoSoup } from './miso-soup.ts';
import { ratatouille } from './ratatouille.ts';
import { shakshuka } from './shakshuka.ts';
import { spaghettiCarbonara } from './spaghetti-carbonara.ts';
import { tortillaDePatatas } from './tortilla-de-patatas.ts';

/** Traditional dishes in our own words, free to use under the licence of this repository. Oldest first. */
export const demoRecipes: readonly z.input<typeof recipeInput>[] = [
  borscht,
  guacamole,
  misoSoup,
  ratatouille,
  tortillaDePatatas,
  chanaMasala,
  kaiserschmarrn,
  spaghettiCarbonara,
  shakshuka,
];
