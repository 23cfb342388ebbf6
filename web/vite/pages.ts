import { join } from 'node:path';
import { type Plugin, type ResolvedConfig, type Rolldown, runnerImport } from 'vite';
import { type InPage, makeInPage } from './in-page.ts';
import type { Address } from './prerender.tsx';
import { texts } from './texts.ts';

/**
 * Makes an HTML file for each address and language: it names all that the page there needs, so that no request waits for
 * another, and shows the page's frame before any script has come. `pages.json` tells the app which file is whose. A
 * recipe's page is also made as a template (Mustache), which the app fills with the recipe, and `recipeView.policy` is what
 * it sends with it as `Content-Security-Policy`.
 */
export function pages(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'pages',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    async generateBundle(_options, bundle) {
      const { addresses, languages, noScript, notLoaded, prerender, recipeTemplate } =
        await prerendering();
      const files = new BuiltFiles(bundle);
      const start = files.take('index.html');
      const html = (address: Address | undefined, language: string) =>
        fill(
          start,
          language,
          bodyOf(prerender(address, language), language),
          files.of(address, language),
        );
      const bodyOf = (frame: string, language: string) =>
        `${noScript(language)}<div id="root">${frame}</div>${notLoaded(language)}`;
      const emit = (fileName: string, source: string) =>
        this.emitFile({ type: 'asset', fileName, source });

      const joined = files.styles(/^assets\/(app|recipe-styles)-/);
      if (joined.length !== 2)
        throw new Error(`The build made ${joined.length} styles for a recipe's text.`);
      const style = joined.map((file) => String(file.source)).join('\n');
      const inPage = await makeInPage(style, config.build.target);
      const recipeFiles = {
        styles: [],
        // Who looks for them finds that they are there, and does not load them after those of pages.
        joined: joined.map(({ fileName }) => `/${fileName}`),
        inPage,
      };
      const recipeView = addresses.find(({ page }) => page === 'recipeView');
      if (!recipeView) throw new Error('No address has the page recipeView.');
      for (const language of languages) {
        emit(`pages/${language}/other.html`, html(undefined, language));
        for (const address of addresses) {
          emit(`pages/${language}/${address.page}.html`, html(address, language));
        }
        const page = { ...files.of(recipeView, language), ...recipeFiles };
        const template = fill(start, language, bodyOf(recipeTemplate(language), language), page);
        const title = '<title>{{title}} · Recipe Book</title>';
        emit(
          `pages/${language}/recipeView.mustache`,
          template.replace(/<title>.*<\/title>/, title),
        );
      }
      // The service worker opens every address with it, mostly for people who are signed in.
      const [language = 'en'] = languages;
      const frame = prerender({ pattern: '/', signedIn: true }, language);
      emit(
        'index.html',
        fill(start, language, bodyOf(frame, language), files.of(undefined, language)),
      );
      emit('pages.json', JSON.stringify({ languages, addresses: addresses.map(pick) }));
      emit('pages/recipeView.policy', inPage.policy);
    },
  };
}

function pick({ pattern, page }: Address) {
  return { pattern, page };
}

interface Prerendering {
  readonly addresses: readonly Address[];
  readonly languages: readonly string[];
  noScript(language: string): string;
  notLoaded(language: string): string;
  recipeTemplate(language: string): string;
  prerender(address: Pick<Address, 'pattern' | 'signedIn'> | undefined, language: string): string;
}

/** The app's own components, run here instead of in a browser. */
async function prerendering(): Promise<Prerendering> {
  const { module } = await runnerImport<Prerendering>(join(import.meta.dirname, 'prerender.tsx'), {
    configFile: false,
    root: join(import.meta.dirname, '..'),
    plugins: [texts(), withoutStyles],
    logLevel: 'warn',
  });
  return module;
}

/** The styles come with the real build. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('.css') ? '\0no-styles' : null),
  load: (id) => (id === '\0no-styles' ? 'export {}' : null),
};

/** Tags of scripts and styles, as Vite writes them. */
const viteTag = /[ ]*<(?:script|link rel="(?:modulepreload|stylesheet)").*\n/g;

/** Its file and icon would be fetched before the first script. */
const manifestTag = /[ ]*<link rel="manifest".*\n/;

/**
 * Puts a page's own into the start page. The styles come first and the early script next; all other scripts may take what
 * the line has left, because the page's frame shows without them. With a style and a script in the page, all others stand in
 * a template.
 */
function fill(start: string, language: string, markup: string, page: PageFiles): string {
  const scripts = [
    `<script type="module" async crossorigin src="${page.early}"></script>`,
    ...page.preloads.map(
      (path) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="${path}">`,
    ),
    `<script type="module" fetchpriority="low" crossorigin src="${page.main}"></script>`,
  ];
  const { inPage } = page;
  const [manifest = ''] = start.match(manifestTag) ?? [];
  const tags = [
    ...(inPage ? [inPage.style] : []),
    ...page.styles.map((path) => `<link rel="stylesheet" crossorigin href="${path}">`),
    ...page.joined.map((path) => `<link rel="stylesheet" crossorigin href="${path}" disabled>`),
    ...(inPage
      ? [inPage.script, '<template id="rest">', ...scripts, manifest.trim(), '</template>']
      : scripts),
  ];
  return (inPage ? start.replace(manifestTag, '') : start)
    .replaceAll(viteTag, '')
    .replace('</head>', () => `  ${tags.join('\n    ')}\n  </head>`)
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace('<div id="root"></div>', () => markup);
}

/** Addresses of files that a page needs. */
interface PageFiles {
  readonly styles: readonly string[];
  /** Styles that stand in the page itself: a file takes a round trip, and often a connection, before anything shows. */
  readonly joined: readonly string[];
  /** The script that starts before all others. */
  readonly early: string;
  /** The script that starts the app. */
  readonly main: string;
  /** What that imports, and the page with its texts: the largest first, because it takes longest. */
  readonly preloads: readonly string[];
  /** With it, all scripts wait until what can be read is shown (`web/src/in-page`). */
  readonly inPage?: InPage;
}

/** What was built, and what needs what. */
class BuiltFiles {
  readonly #bundle: Rolldown.OutputBundle;
  readonly #chunks: readonly Rolldown.OutputChunk[];

  constructor(bundle: Rolldown.OutputBundle) {
    this.#bundle = bundle;
    this.#chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  }

  /** The text of a file, which is then no longer among those built. */
  take(name: string): string {
    const file = this.#bundle[name];
    if (file?.type !== 'asset') throw new Error(`The build made no ${name}.`);
    delete this.#bundle[name];
    return String(file.source);
  }

  /** Style files, by what their names begin with. */
  styles(name: RegExp): Rolldown.OutputAsset[] {
    return Object.values(this.#bundle)
      .filter((file) => file.type === 'asset')
      .filter(({ fileName }) => name.test(fileName) && fileName.endsWith('.css'))
      .toSorted((a, b) => byCascade(a.fileName, b.fileName));
  }

  of(address: Address | undefined, language: string): PageFiles {
    const main = this.#one((chunk) => has(chunk, '/src/main.tsx'));
    const early = this.#one(({ name }) => name === 'early');
    const needed = this.#withImports([main, ...this.#pageChunks(address, language)]);
    const preloads = needed
      .filter((chunk) => chunk !== main && chunk !== early)
      .toSorted((a, b) => b.code.length - a.code.length);
    const styles = new Set(needed.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
    return {
      styles: [...styles].toSorted(byCascade).map((name) => `/${name}`),
      joined: [],
      early: `/${early.fileName}`,
      main: `/${main.fileName}`,
      preloads: preloads.map(({ fileName }) => `/${fileName}`),
    };
  }

  /** The page's own, what is around it, and its texts. */
  #pageChunks(address: Address | undefined, language: string): Rolldown.OutputChunk[] {
    const modules = address ? [moduleOf(address.page)] : [];
    if (address?.signedIn) modules.push('/SignedInArea.tsx');
    const areas = ['common', ...(address?.areas ?? [])];
    modules.push(...areas.map((area) => `/${language}/${area}`));
    return this.#chunks.filter((chunk) => modules.some((end) => has(chunk, end)));
  }

  #withImports(chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
    const all = new Set(chunks);
    // A set goes on to what is added to it meanwhile.
    for (const { imports } of all) {
      for (const chunk of this.#chunks) if (imports.includes(chunk.fileName)) all.add(chunk);
    }
    return [...all];
  }

  #one(is: (chunk: Rolldown.OutputChunk) => boolean): Rolldown.OutputChunk {
    const found = this.#chunks.filter(is);
    if (found[0] === undefined || found.length > 1) {
      throw new Error(`The build made ${found.length} chunks where pages need one: ${is}`);
    }
    return found[0];
  }
}

/** Whether a module is in a chunk, by what the module's path ends with. */
function has({ moduleIds }: Rolldown.OutputChunk, end: string): boolean {
  return moduleIds.some((id) => id.endsWith(end));
}

/** The styles of the app come first, so that those of pages change them, and a page's own last. */
const cascade = ['app', 'styles', 'recipe-styles'];

function byCascade(a: string, b: string): number {
  const place = (path: string) => {
    const found = cascade.findIndex((name) => path.startsWith(`assets/${name}-`));
    return found === -1 ? cascade.length : found;
  };
  return place(a) - place(b);
}

/** The file of a page: that of `recipeView` is RecipeViewPage.tsx. */
function moduleOf(page: string): string {
  return `/${page.charAt(0).toUpperCase()}${page.slice(1)}Page.tsx`;
}
