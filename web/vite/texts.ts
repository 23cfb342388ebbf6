import { readFileSync } from 'node:fs';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const marker = '\0texts:';

/** Compiles `src/texts/<language>/<area>.json`, ICU MessageFormat, so that browsers need no parser for it. */
export function texts(): Plugin {
  return {
    name: 'texts',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.json')) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      // The name must not end in .json, or Vite would read it as JSON.
      return found && /\/src\/texts\/\w+\/[\w-]+\.json$/.test(found.id)
        ? marker + found.id.replace(/\.json$/, '')
        : null;
    },
    load(id) {
      if (!id.startsWith(marker)) return null;
      const path = `${id.slice(marker.length)}.json`;
      this.addWatchFile(path);
      return `export default ${JSON.stringify(compileTexts(readFileSync(path, 'utf8')))}`;
    },
  };
}

/** @throws when the file is not JSON or a text is not ICU MessageFormat. */
export function compileTexts(json: string): Record<string, ReturnType<typeof compileMessage>> {
  const messages: Record<string, string> = JSON.parse(json);
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [key, compileMessage(message)]),
  );
}
