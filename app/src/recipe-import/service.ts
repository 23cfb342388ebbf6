import type { FetchRules } from '../public-web/address.ts';
import { inSpan } from '../telemetry/in-span.ts';
import { spanNames } from '../telemetry/names.ts';
import { type Draft, draftOf, type PageFacts } from './draft/draft.ts';
import { Problems } from './draft/problems.ts';
import { ImportFailed, pasteInstead } from './errors.ts';
import { fetchPage } from './page.ts';
import { readHtml } from './read/html.ts';
import { parseJsonLd } from './read/json-ld.ts';
import { Graph } from './read/nodes.ts';

/** Reads recipes of other sites; stores nothing. All throw ImportFailed when there is no recipe. */
export class RecipeImporter {
  readonly #rules: FetchRules;

  constructor(rules: FetchRules) {
    this.#rules = rules;
  }

  async fromUrl(address: string): Promise<Draft> {
    const { url, type, text } = await fetchPage(address, this.#rules);
    if (type.includes('json')) return this.fromJsonLd(text, { url });
    if (type.includes('html') || type === 'text/plain') return this.fromHtml(text, { url });
    throw new ImportFailed(
      'not-readable',
      `There is no page at this address but ${type.slice(0, 80)}.`,
    );
  }

  fromHtml(html: string, page: PageFacts = {}): Draft {
    const { parsed, items, title } = inSpan(spanNames.recipeImportParse, () => parse(html));
    const problems = new Problems();
    if (parsed.includes(undefined)) {
      problems.add('', 'A part of the structured data of the page is damaged and was not read.');
    }
    const facts = { ...page, title };
    return (
      draftFrom(parsed, facts, problems) ?? draftFrom(items, facts, problems) ?? noRecipe(page)
    );
  }

  /** @param data a document of JSON-LD, or its text. */
  fromJsonLd(data: unknown, page: PageFacts = {}): Draft {
    const document = typeof data === 'string' ? parseJsonLd(data) : data;
    return draftFrom([document], page, new Problems()) ?? noRecipe(page);
  }
}

function parse(html: string) {
  const { scripts, items, title } = readHtml(html);
  return { parsed: scripts.map(parseJsonLd), items, title };
}

function draftFrom(
  documents: readonly unknown[],
  page: PageFacts,
  problems: Problems,
): Draft | undefined {
  return inSpan(spanNames.recipeImportDraft, () => firstDraft(documents, page, problems));
}

function firstDraft(
  documents: readonly unknown[],
  page: PageFacts,
  problems: Problems,
): Draft | undefined {
  const graph = new Graph(documents);
  const [first, ...others] = graph.recipes;
  if (!first) return undefined;
  if (others.length > 0) {
    problems.add('', `There are ${others.length + 1} recipes here; only the first was read.`);
  }
  return draftOf(graph, first, page, problems);
}

function noRecipe({ url }: PageFacts): never {
  const where = url === undefined ? 'What was pasted' : 'The page';
  const hint =
    url === undefined
      ? 'Copy the source of the whole page, or write the recipe down.'
      : pasteInstead;
  throw new ImportFailed('no-recipe', `${where} holds no recipe that programs can read. ${hint}`);
}
