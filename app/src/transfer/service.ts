import type { RecipeSource } from '../planning/recipe-source.ts';
import { Lots } from './lots.ts';
import { readNodes } from './read-nodes.ts';
import type { TransferredResource } from './resource.ts';
import { Restoring } from './restoring.ts';
import type { Restored } from './schemas.ts';

/** Takes everything that a user has out into one file, and back in. */
export class TransferService {
  readonly #resources: readonly TransferredResource[];
  readonly #recipes: RecipeSource;

  /** @param resources every kind of thing that belongs to a user; those that others point to come first. */
  constructor(resources: readonly TransferredResource[], recipes: RecipeSource) {
    this.#resources = resources;
    this.#recipes = recipes;
  }

  /** The text of the file, thing by thing. */
  async *export(owner: string): AsyncGenerator<string> {
    yield `{"@context":${JSON.stringify(this.#context())},"@graph":[`;
    let comma = '\n';
    for (const resource of this.#resources) {
      for await (const node of resource.export(owner)) {
        yield `${comma}${JSON.stringify(node)}`;
        comma = ',\n';
      }
    }
    yield '\n]}\n';
  }

  /** Words of schema.org, and under `recipeBook:` our own fields as they are. */
  #context(): object {
    return {
      '@vocab': 'https://schema.org/',
      recipeBook: 'urn:recipe-book:',
      ...Object.fromEntries(
        this.#resources.map(({ property }) => [property, { '@type': '@json' }]),
      ),
    };
  }

  /**
   * Adds what is in a file and not here yet. What comes before a fault of the file is added.
   * @throws HttpProblem when the file cannot be read to its end.
   */
  async restore(
    owner: string,
    file: AsyncIterable<Uint8Array>,
    { replaceProfile = false } = {},
  ): Promise<Restored> {
    const restoring = new Restoring(owner, this.#recipes, replaceProfile);
    const lots = new Lots(this.#resources, restoring);
    const fault = await lots.takeAll(readNodes(file));
    await lots.finish();
    if (fault) throw fault.problem;
    return lots.result();
  }
}
