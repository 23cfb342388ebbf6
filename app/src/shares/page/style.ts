import { createHash } from 'node:crypto';

/** How shared pages look, on a screen and on paper. */
export const style = `
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { line-height: 1.2; }
img { display: block; width: 100%; height: auto; border-radius: 0.5rem; }
h2 { margin-top: 2rem; font-size: 1.2rem; }
h3 { margin-bottom: 0; font-size: 1rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0; list-style: none; }
.items { padding: 0; list-style: none; }
li { margin: 0.4rem 0; }
.done { opacity: 0.6; text-decoration: line-through; }
footer { margin-top: 3rem; font-size: 0.9rem; opacity: 0.7; }
@media print {
  body { max-width: none; margin: 0; font-size: 11pt; }
  footer { display: none; }
  img { max-width: 8cm; }
  li, h2, h3 { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;

const hash = createHash('sha256').update(style).digest('base64');

/** Nothing runs, nothing is fetched but pictures of this site, and the page stands in no other. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "img-src 'self'",
  `style-src 'sha256-${hash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
