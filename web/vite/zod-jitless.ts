import type { Plugin } from 'vite';

/**
 * Tells zod before any schema is made not to compile checks with `new Function`, which the page's
 * Content-Security-Policy forbids and reports. `z.config({ jitless: true })` beside a form would come too late:
 * the API's schemas are made as soon as they are imported, and bundlers choose in which order that is.
 */
export function zodJitless(): Plugin {
  return {
    name: 'zod-jitless',
    transform(code, id) {
      if (!/\/zod\/v4\/core\/core\.js$/.test(id)) return null;
      return { code: `${code}\nglobalConfig.jitless = true;\n`, map: null };
    },
  };
}
