/** What the build says of its pages (vite/pages.ts). */
export interface BuiltPages {
  /** The first is for whoever reads none of them. */
  readonly languages: readonly string[];
  readonly addresses: readonly { readonly pattern: string; readonly page: string }[];
}

/**
 * Addresses (path and query) that browsers open and that are not pages of the app: the server's own, and files. What
 * looks like a file's name in a query is none.
 */
export const notPages = [/^\/(api|shared|health|otlp|\.well-known)([/?]|$)/, /^[^?]*\.\w+(\?|$)/];

/** The language in which a browser gets its pages: as the server chooses it. @param asked the preferred one first. */
export function languageOf({ languages }: BuiltPages, asked: readonly string[]): string {
  const wanted = asked.map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.find((tag) => tag !== undefined && languages.includes(tag)) ?? languages[0] ?? '';
}

/** The file that was built for an address. */
export function pageFile({ addresses }: BuiltPages, language: string, pathname: string): string {
  const path = pathname.replace(/(?<=.)\/$/, '');
  const found = addresses.find(({ pattern }) =>
    new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path),
  );
  return `/pages/${language}/${found?.page ?? 'other'}.html`;
}
