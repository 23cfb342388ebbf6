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
      test: /src\/(early\/|next-task|device-storage|auth\/(kept-user|renewal)|recipes\/paths|ui\/appearance)/,
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
    // their own, which are seldom the first, keep them; small ones of theirs that dialogs elsewhere show are among the others.
    {
      name: 'recipe-styles',
      test: /recipes\/(view\/|amounts\/|timers\/step-text).*\.css$/,
    },
    {
      name: 'styles',
      test: /web\/src\/(?!plan\/|account\/|collections\/(?!edit)|shopping\/(view|overview\/overview)|recipes\/(cook|import)\/).*\.css$/,
    },
    // The plan drags, and sorts nothing.
    { name: 'dragging', test: /@dnd-kit\/(?!sortable)|web\/src\/dragging\// },
    { name: 'shopping', test: /node_modules\/idb\/|src\/shopping(-lists)?\//, minShareCount: 2 },
    { name: 'editor', test: /recipes\/edit\//, minShareCount: 2 },
    // What many pages share, those of visitors too.
    {
      name: (id, modules) => (isLight(id, modules) ? 'shared' : null),
      debugName: 'shared',
      test: /node_modules\/@tanstack\/|(web|app)\/src\//,
      minShareCount: 5,
    },
    // What comes with each signed-in page: what stands around it, what shows recipes, and what asks for them.
    {
      name: (id, modules) => (isForSignedIn(id, modules) ? 'signed-in' : null),
      debugName: 'signed-in',
      test: /web\/src\/((recipes|shares|ui|api)\/(?!forms)|auth\/with-token|app\/)|app\/src\/|node_modules\/@tanstack\//,
    },
    // The token of a link is also for a page without a form.
    {
      name: 'forms',
      test: /node_modules\/react-hook-form\/|web\/src\/(ui\/forms|auth\/(?!use-link-token))/,
      minShareCount: 2,
    },
    // What pages of one part share.
    { name: partOf, debugName: 'part', test: ours, minShareCount: 2 },
  ],
};

const main = /web\/src\/main\.tsx$/;
const signedInArea = /app\/SignedInArea\.tsx$/;

interface Modules {
  getModuleInfo(
    id: string,
  ): Pick<Rolldown.ModuleInfo, 'importedIds' | 'importers' | 'dynamicImporters'> | null;
}

/** Small things that nearly every page shows, also to visitors. */
const everywhere =
  /web\/src\/(ui\/PageHeading|recipes\/(dish\/|picture\/picture\.css)|app\/welcome\.css)/;

/** Whether a module of ours starts the app or stands around every page: `main.tsx` imports it, itself or by others. */
function inFrame(id: string, modules: Modules): boolean {
  if (!ours.test(id)) return false;
  return everywhere.test(id) || above(id, modules).some((one) => main.test(one));
}

/** Whether a light module stands around all signed-in pages, or several pages or dialogs have it. */
function isForSignedIn(id: string, modules: Modules): boolean {
  const loaded = above(id, modules).filter(
    (one) => modules.getModuleInfo(one)?.dynamicImporters.length,
  );
  const isNeeded = loaded.length > 1 || loaded.some((one) => signedInArea.test(one));
  return isNeeded && isLight(id, modules);
}

/** A module and what imports it, itself or by others. */
function above(id: string, modules: Modules): string[] {
  const all = new Set([id]);
  // A set goes on to what is added to it meanwhile.
  for (const one of all) {
    for (const importer of modules.getModuleInfo(one)?.importers ?? []) all.add(importer);
  }
  return [...all];
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

/** The area, and the folder within it of what is not for those who only read. */
function partOf(id: string, modules: Modules): string | null {
  const [, area, part] = /web\/src\/(\w+)\/(?:([\w-]+)\/)?/.exec(id) ?? [];
  if (area === undefined) return null;
  return isLight(id, modules) ? area : [area, part].filter(Boolean).join('-');
}
