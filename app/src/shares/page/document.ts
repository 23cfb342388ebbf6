import type { Reply } from '../../http/endpoint.ts';
import { type Html, html, jsonLdScript, styleElement } from './html.ts';
import { contentSecurityPolicy, style } from './style.ts';

/** What a page is made of. */
export interface Page {
  readonly title: string;
  /** A sentence or two for previews. */
  readonly description: string;
  readonly content: Html;
  /** The same for programs. */
  readonly jsonLd?: object;
}

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  // The address is the secret that opens the page: no other site may learn it, no search engine keep it.
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
  'X-Content-Type-Options': 'nosniff',
};

const maxDescription = 200;

/** An answer that people can read without a script. */
export function pageReply(status: 200 | 404, page: Page): Reply {
  const description = page.description.slice(0, maxDescription);
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="robots" content="noindex">
<meta name="description" content="${description}">
<link rel="icon" type="image/png" href="/icons/48.png">
<meta property="og:site_name" content="Recipe Book">
<meta property="og:type" content="article">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${description}">
${styleElement(style)}
${page.jsonLd && jsonLdScript(page.jsonLd)}
</head>
<body>
<header class="top"><a class="brand" href="/"><img src="/favicon.svg" width="28" height="28" alt="">Recipe Book</a></header>
<main>
<h1>${page.title}</h1>
${page.content}
</main>
<footer>Somebody shared this with you. <a href="/">Keep your own recipes</a> in a Recipe Book.</footer>
</body>
</html>
`;
  return { status, content: { type: 'text/html', data: document.text }, headers };
}
