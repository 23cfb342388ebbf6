import type * as imports from '@recipe-book/app/schemas/recipe-import';
import { api } from '../../api/api.ts';

/** Fetching a page takes the server up to 10 s, and more time when others wait, ms. */
const timeoutMs = 40_000;

/** What a recipe is imported from. */
export type ImportSource = { url: string } | { html: string } | { jsonLd: string };
export type ImportResult = imports.ImportResult;

/** Reads a recipe from another site, or from what was pasted; stores nothing. */
export function importRecipe(source: ImportSource): Promise<ImportResult> {
  return api<ImportResult>('POST', '/api/recipes/import', { body: source, timeoutMs });
}

/** What somebody pasted: JSON-LD when it looks like JSON, else the source of a page. */
export function sourceOfText(text: string): ImportSource {
  return /^\s*[[{]/.test(text) ? { jsonLd: text } : { html: text };
}
