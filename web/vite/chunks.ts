import type { Rolldown } from 'vite';

const ours = /web\/src\//;

/**
 * What goes into one file: what is needed together, since each file costs a request and often a connection; libraries
 * apart, because they change rarely and stay in the browser's cache when the app changes.
 */
export const chunks: NonNullable<Rolldown.OutputOptions['codeSplitting']> = {
  includeDependenciesRecursively: false,
  groups: [
    // What runs before the libraries are there.
    {
      name: 'early',
      test: /src\/(early\/|device-storage|auth\/(kept-user|renewal)|recipes\/paths|ui\/appearance)/,
    },
    // Its settings must be made before the first schema is.
    {
      name: 'zod',
      test: /node_modules\/(zod|@hookform)\/|ui\/forms\/(without-jit|schema-resolver)/,
    },
    { name: 'react', test: /react-dom\/(client|cjs\/react-dom-client)/ },
    {
      name: 'libraries',
      test: /node_modules\/(react|react-dom|react-router|scheduler|@lingui)\/|preload-helper/,
    },
    { name: (id, modules) => (inFrame(id, modules) ? 'app' : null), debugName: 'app' },
    // In few files: in more, styles would cost more in connections and headers than a page saves. Pages with many of
    // their own, which are seldom the first, keep them.
    { name: 'recipe-styles', test: /recipes\/(view|amounts)\/.*\.css$/ },
    {
      name: 'styles',
      test: /web\/src\/(?!auth\/|plan\/|account\/|collections\/|shopping\/(view|overview)\/|recipes\/(cook|import)\/).*\.css$/,
    },
    // What many pages share.
    {
      name: (id, modules) => (isLight(id, modules) ? 'signed-in' : null),
      debugName: 'signed-in',
      test: /node_modules\/@tanstack\/|(web|app)\/src\//,
      minShareCount: 5,
    },
    // What shows recipes, on whichever pages, and what asks for them.
    {
      name: (id, modules) => (isLight(id, modules) ? 'recipes' : null),
      debugName: 'recipes',
      test: /web\/src\/((recipes|shares|ui|api)\/(?!forms|amounts)|auth\/with-token)|app\/src\/|node_modules\/@tanstack\//,
      minShareCount: 2,
    },
    // What pages of one part share.
    { name: partOf, debugName: 'part', test: ours, minShareCount: 2 },
  ],
};

const main = /web\/src\/main\.tsx$/;

interface Modules {
  getModuleInfo(id: string): Pick<Rolldown.ModuleInfo, 'importedIds' | 'importers'> | null;
}

/** Small things that nearly every page shows, also to visitors. */
const everywhere =
  /web\/src\/(ui\/PageHeading|recipes\/(dish\/|picture\/picture\.css)|app\/welcome\.css)/;

/** Whether a module of ours stands around every page: `main.tsx` imports it, itself or by others. */
function inFrame(id: string, modules: Modules): boolean {
  if (!ours.test(id) || main.test(id)) return false;
  if (everywhere.test(id)) return true;
  const above = new Set([id]);
  // A set goes on to what is added to it meanwhile.
  for (const one of above) {
    for (const importer of modules.getModuleInfo(one)?.importers ?? []) above.add(importer);
  }
  return [...above].some((one) => main.test(one));
}

/** What only those need who write or drag. */
const heavy = /node_modules\/(react-hook-form|@hookform|zod|@dnd-kit)\//;

/** Whether a module may come with every page: it imports nothing heavy, itself or by others. */
function isLight(id: string, modules: Modules): boolean {
  const below = new Set([id]);
  for (const one of below) {
    for (const imported of modules.getModuleInfo(one)?.importedIds ?? []) below.add(imported);
  }
  return ![...below].some((one) => heavy.test(one));
}

/** The folder within the area: what the editor's pages share is not for those who read. */
function partOf(id: string): string | null {
  const [, area, part] = /web\/src\/(\w+)\/(?:([\w-]+)\/)?/.exec(id) ?? [];
  return area === undefined ? null : [area, part].filter(Boolean).join('-');
}
