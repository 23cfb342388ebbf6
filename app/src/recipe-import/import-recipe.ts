import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { inSpan } from '../telemetry/in-span.ts';
import { spanAttributes, spanNames } from '../telemetry/names.ts';
import type { Draft } from './draft/draft.ts';
import { ImportFailed } from './errors.ts';
import { type ImportInput, importInput, importResult } from './schemas.ts';
import type { RecipeImporter } from './service.ts';

/** @param maxBodySize MAX_PAGE_SIZE, bytes. */
export function importRecipe(importer: RecipeImporter, events: Events, maxBodySize: number) {
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
    async ({ body }) => {
      try {
        const draft = await draftFrom(importer, body);
        events.record('recipe.imported', { source: sourceOf(body) });
        return { status: 200, body: draft };
      } catch (error) {
        if (!(error instanceof ImportFailed)) throw error;
        events.record('recipe.import_failed', { source: sourceOf(body), reason: error.reason });
        throw new HttpProblem(422, error.message, { code: `import-${error.reason}` });
      }
    },
  );
}

function draftFrom(importer: RecipeImporter, input: ImportInput): Promise<Draft> {
  return inSpan(spanNames.recipeImport, async (span) => {
    span.setAttribute(spanAttributes.importSource, sourceOf(input));
    const draft = await readDraft(importer, input);
    span.setAttributes({
      [spanAttributes.ingredients]: draft.recipe.ingredients.length,
      [spanAttributes.steps]: draft.recipe.steps.length,
      [spanAttributes.problems]: draft.problems.length,
    });
    return draft;
  });
}

function readDraft(importer: RecipeImporter, input: ImportInput): Promise<Draft> | Draft {
  if (input.url !== undefined) return importer.fromUrl(input.url);
  if (input.html !== undefined) return importer.fromHtml(input.html);
  return importer.fromJsonLd(input.jsonLd);
}

function sourceOf({ url, html }: ImportInput): 'url' | 'html' | 'json-ld' {
  if (url !== undefined) return 'url';
  return html === undefined ? 'json-ld' : 'html';
}
