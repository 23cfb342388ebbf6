import type { Span } from '@opentelemetry/api';
import type { RecipeSource } from '../planning/recipe-source.ts';
import { inSpan, whileInSpan } from '../telemetry/in-span.ts';
import { spanAttributes, spanNames } from '../telemetry/names.ts';
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
  export(owner: string): AsyncGenerator<string> {
    return whileInSpan(spanNames.transferExport, (span) => this.#text(owner, span));
  }

  async *#text(owner: string, span: Span): AsyncGenerator<string> {
    yield `{"@context":${JSON.stringify(this.#context())},"@graph":[`;
    let things = 0;
    for (const resource of this.#resources) {
      for await (const node of resource.export(owner)) {
        yield `${things === 0 ? '\n' : ',\n'}${JSON.stringify(node)}`;
        things += 1;
      }
    }
    span.setAttribute(spanAttributes.things, things);
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
  restore(
    owner: string,
    file: AsyncIterable<Uint8Array>,
    { replaceProfile = false } = {},
  ): Promise<Restored> {
    return inSpan(spanNames.transferImport, async (span) => {
      const restoring = new Restoring(owner, this.#recipes, replaceProfile);
      const lots = new Lots(this.#resources, restoring);
      const fault = await lots.takeAll(readNodes(file));
      await lots.finish();
      const result = lots.result();
      const added = Object.values(result.added).reduce((sum, count) => sum + count, 0);
      span.setAttributes({
        [spanAttributes.added]: added,
        [spanAttributes.things]: added + result.skipped,
        [spanAttributes.problems]: result.problems.length,
      });
      if (fault) throw fault.problem;
      return result;
    });
  }
}
