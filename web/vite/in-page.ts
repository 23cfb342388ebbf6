import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type BuildOptions, build } from 'vite';
import { contentSecurityPolicy } from '../../infra/envoy/src/filters/security-headers.ts';

/** What stands in a recipe's page itself, so that nothing is waited for before the recipe can be read. */
export interface InPage {
  /** Tags of the style and the script. */
  readonly style: string;
  readonly script: string;
  /** The page's `Content-Security-Policy`: it allows these two by their hashes. */
  readonly policy: string;
}

const source = join(import.meta.dirname, '../src/in-page/main.ts');

/**
 * What would not be in the page as it is here, or end there early: the app takes the page for a template (Mustache), and a
 * browser reads the page's characters before it hashes them (WHATWG HTML, preprocessing the input stream).
 */
const changedInPage = /\{\{|<\/|<!--|[\r\0]/;

/**
 * @param style what the page looks like, as CSS.
 * @param target browsers that the script is for.
 * @throws Error when a page would not hold the style or the script as it is.
 */
export async function makeInPage(style: string, target: BuildOptions['target']): Promise<InPage> {
  const script = await builtScript(target);
  for (const text of [style, script]) {
    if (changedInPage.test(text)) throw new Error(`This cannot stand in a page: ${text}`);
  }
  return {
    style: `<style>${style}</style>`,
    script: `<script>${script}</script>`,
    policy: contentSecurityPolicy({ scripts: [hashOf(script)], styles: [hashOf(style)] }),
  };
}

async function builtScript(target: BuildOptions['target']): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: target || 'esnext',
      rolldownOptions: { input: source, output: { format: 'iife' } },
    },
  });
  if (!('output' in built)) throw new Error('The build of the script in the page made several.');
  return built.output[0].code.trim();
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
