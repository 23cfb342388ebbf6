import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Draft } from './draft/draft.ts';
import { ImportFailed } from './errors.ts';
import { type ImportInput, importInput, importResult } from './schemas.ts';
import type { RecipeImporter } from './service.ts';

/** @param maxBodySize MAX_PAGE_SIZE, bytes. */
export function importRecipe(importer: RecipeImporter, maxBodySize: number) {
  return endpoint(
    {
      method: 'post',
      path: '/api/recipes/import',
      operationId: 'importRecipe',
      summary: 'Read a recipe from a page, its source or its JSON-LD; stores nothing',
      tag: 'recipes',
      signedIn: true,
      changesNothing: true,
      body: importInput,
      maxBodySize,
      replies: {
        200: { description: 'The recipe, and what could not be read', schema: importResult },
        422: { description: 'There is no recipe, or the page cannot be read' },
      },
    },
    async ({ body }) => ({ status: 200, body: await draftOrProblem(importer, body) }),
  );
}

async function draftOrProblem(importer: RecipeImporter, input: ImportInput): Promise<Draft> {
  try {
    if (input.url !== undefined) return await importer.fromUrl(input.url);
    if (input.html !== undefined) return importer.fromHtml(input.html);
    return importer.fromJsonLd(input.jsonLd);
  } catch (error) {
    if (!(error instanceof ImportFailed)) throw error;
    throw new HttpProblem(422, error.message, { code: `import-${error.reason}` });
  }
}
