import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A file that the page needs. */
export interface Asset {
  readonly type: string;
  readonly content: Buffer;
}

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('swagger-ui-dist/package.json'));

/**
 * Starts Swagger UI. It asks nobody but this site: no validator, and no address of another
 * description can be given in the address of the page.
 */
const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  queryConfigEnabled: false,
  syntaxHighlight: { activated: false },
  validatorUrl: null,
});
`;

/** All files by their names. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  ['swagger-ui.css', { type: 'text/css', content: readFileSync(join(folder, 'swagger-ui.css')) }],
  [
    'swagger-ui.js',
    { type: 'text/javascript', content: readFileSync(join(folder, 'swagger-ui-bundle.js')) },
  ],
  ['start.js', { type: 'text/javascript', content: Buffer.from(start) }],
]);

/** Changes with the content of any file, so that each can be kept for ever. */
export const assetsVersion = versionOf(assets.values());

function versionOf(files: Iterable<Asset>): string {
  const hash = createHash('sha256');
  for (const { content } of files) hash.update(content);
  return hash.digest('hex').slice(0, 16);
}
