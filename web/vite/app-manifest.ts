import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { HtmlTagDescriptor, Plugin } from 'vite';

/** A picture of the app, as homescreens show it. */
interface Icon {
  /** Where it stands in the build. */
  readonly file: string;
  /** Of each side, pixels. */
  readonly size: number;
  /** `maskable`: the system cuts the corners, in whatever form it likes (W3C, App Manifest). */
  readonly purpose: 'any' | 'maskable';
}

const icons: readonly Icon[] = [
  { file: 'icons/192.png', size: 192, purpose: 'any' },
  { file: 'icons/512.png', size: 512, purpose: 'any' },
  { file: 'icons/192-maskable.png', size: 192, purpose: 'maskable' },
  { file: 'icons/512-maskable.png', size: 512, purpose: 'maskable' },
];
/** What a tab shows. Not the SVG file: for that, a page's own thread makes a document, which takes a phone 60 ms and more. */
const tabIcon: Icon = { file: 'icons/48.png', size: 48, purpose: 'any' };
/** What iOS takes instead: it cuts the corners too. */
const appleIcon: Icon = { file: 'icons/180.png', size: 180, purpose: 'maskable' };

const manifest = {
  id: '/',
  name: 'Recipe Book',
  short_name: 'Recipes',
  description: 'Your recipes in one place, to cook from on any screen.',
  lang: 'en',
  start_url: '/recipes',
  scope: '/',
  display: 'standalone',
  // The paper colour of ui/theme.css: index.html says what takes its place in the dark.
  background_color: '#f6f5ef',
  theme_color: '#f6f5ef',
  categories: ['food', 'lifestyle'],
  icons: icons.map(({ file, size, purpose }) => ({
    src: `/${file}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })),
  shortcuts: [
    { name: 'Shopping lists', short_name: 'Shopping', url: '/shopping' },
    { name: 'This week’s meals', short_name: 'This week', url: '/plan' },
    { name: 'Add a recipe', short_name: 'Add', url: '/recipes/new' },
  ],
  // Where other apps send what is shared with this one (W3C, Web Share Target).
  share_target: {
    action: '/recipes/import',
    method: 'GET',
    enctype: 'application/x-www-form-urlencoded',
    params: { title: 'title', text: 'text', url: 'url' },
  },
};

const manifestFile = 'manifest.webmanifest';

/** Lets the app be installed: its manifest, and its pictures made from `favicon.svg`, which stands for them while nothing is built. */
export function appManifest(): Plugin {
  return {
    name: 'app-manifest',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: manifestFile, source: JSON.stringify(manifest) });
      for (const icon of [...icons, tabIcon, appleIcon]) {
        this.emitFile({ type: 'asset', fileName: icon.file, source: await draw(icon) });
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { server }) => links(server !== undefined),
    },
  };
}

/** What the page says of them. */
function links(isServed: boolean): HtmlTagDescriptor[] {
  const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({
    tag: 'link',
    attrs,
    injectTo: 'head',
  });
  if (isServed) return [link({ rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' })];
  return [
    link({ rel: 'icon', type: 'image/png', sizes: '48x48', href: `/${tabIcon.file}` }),
    link({ rel: 'manifest', href: `/${manifestFile}` }),
    link({ rel: 'apple-touch-icon', href: `/${appleIcon.file}` }),
  ];
}

function draw({ size, purpose }: Icon): Promise<Buffer> {
  const mark = readFileSync(join(import.meta.dirname, '../public/favicon.svg'), 'utf8');
  // The book itself lies within the circle that every system leaves whole.
  const svg = purpose === 'maskable' ? mark.replace(' rx="8"', '') : mark;
  const viewBox = 32;
  return sharp(Buffer.from(svg), { density: (72 * size) / viewBox })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
}
