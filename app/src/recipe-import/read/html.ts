import { Parser } from 'htmlparser2';
import { MicrodataReader } from './microdata.ts';

/** What a page says in a form that programs can read. */
export interface PageData {
  /** Contents of its JSON-LD scripts. */
  readonly scripts: readonly string[];
  /** Items of its microdata, in the shape of JSON-LD. */
  readonly items: readonly object[];
  readonly title: string;
}

/** Elements within each other; deeper pages are read no further, because each takes time with every other. */
const maxDepth = 500;
const maxScripts = 50;

class TooDeep extends Error {}

/** Collects the structured data of a page, however broken its markup is. */
export function readHtml(html: string): PageData {
  const scripts: string[] = [];
  const microdata = new MicrodataReader();
  let title = '';
  let within: 'script' | 'title' | undefined;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++depth > maxDepth) throw new TooDeep();
      const type = attributes['type']?.trim().toLowerCase() ?? '';
      if (name === 'script' && type.startsWith('application/ld+json')) {
        within = 'script';
        if (scripts.length < maxScripts) scripts.push('');
      } else if (name === 'title' && title === '') within = 'title';
      microdata.open(name, attributes);
    },
    ontext(text) {
      if (within === 'script') scripts.push(`${scripts.pop() ?? ''}${text}`);
      else if (within === 'title') title += text;
      microdata.text(text);
    },
    onclosetag() {
      depth--;
      within = undefined;
      microdata.close();
    },
  });
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return { scripts, items: microdata.items, title };
}
