import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { RecipePages } from './recipe-pages.ts';

/** What the build says of its pages (web/vite/pages.ts). */
interface BuiltPages {
  /** The first is for whoever takes none of them. */
  readonly languages: readonly string[];
  readonly addresses: readonly { readonly pattern: string; readonly page: string }[];
}

/**
 * Sends the HTML file that was built for an address, in the language that its reader chose, else in one that the
 * browser asks for: it names what the page needs and shows the page's frame. For any other address, and for a front end without such files, it is the start page.
 * @param root WEB_ROOT
 * @param recipes pages that hold a recipe's text, where there is one for the reader.
 */
export function pages(
  root: string,
  recipes?: RecipePages,
): (request: Request, response: Response) => Promise<void> {
  const list = join(root, 'pages.json');
  const { languages, addresses }: BuiltPages = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : { languages: [], addresses: [] };
  const patterns = addresses.map(({ pattern, page }) => ({
    page,
    pattern: new URLPattern({ pathname: pattern }),
  }));
  return async (request, response) => {
    const page = patterns.find(({ pattern }) => pattern.test({ pathname: request.path }))?.page;
    response.vary('Accept-Language').vary('Cookie');
    const cookies = parseCookie(request.headers.cookie ?? '');
    const language =
      languages.find((one) => one === cookies['language']) ??
      (request.acceptsLanguages([...languages]) || languages[0]);
    const filled = language && (await recipes?.page(request, cookies, language));
    if (filled) {
      // It is for one reader, and for as long as they are signed in. What is not kept needs no ETag, which `send` would add.
      response.set({ 'Content-Security-Policy': filled.policy, 'Cache-Control': 'no-store' });
      response.type('html').end(filled.html);
      return;
    }
    const file = language ? `pages/${language}/${page ?? 'other'}.html` : 'index.html';
    response.sendFile(file, { root, cacheControl: false });
  };
}
