import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the built front end, and the HTML file of an address of it. */
export interface BuiltPage {
  readonly name: string;
  readonly file: string;
}

/** The pages, as the build lists them for the app; in English, which is not the longest. */
export function builtPages(root: string): BuiltPage[] {
  const { addresses }: { addresses: { page: string }[] } = JSON.parse(
    readFileSync(join(root, 'pages.json'), 'utf8'),
  );
  const names = new Set(addresses.map(({ page }) => page));
  return [...names].map((name) => ({ name, file: `pages/en/${name}.html` }));
}
