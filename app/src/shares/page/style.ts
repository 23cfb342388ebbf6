import { createHash } from 'node:crypto';

/** How shared pages look, on a screen and on paper; the colours are those of the app (web/src/ui/theme.css). */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f6f5ef, #141814);
  --card: light-dark(#fffefa, #1d231e);
  --ink: light-dark(#1f2521, #eceee6);
  --soft: light-dark(#545c55, #aab3a9);
  --line: light-dark(#dcd9cb, #343d36);
  --green: light-dark(#1f6244, #8fd3ae);
  --on-green: light-dark(#ffffff, #10241a);
  --serif: "Iowan Old Style", "Palatino Linotype", serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
.top, main, footer { max-width: 60rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem); }
.top { padding-block: 0.75rem; }
a { color: var(--green); text-underline-offset: 0.2em; }
.brand { display: inline-flex; align-items: center; gap: 0.625rem; min-height: 2.75rem; color: var(--ink); font: 700 1.125rem/1 var(--serif); text-decoration: none; }
:focus-visible { outline: 3px solid light-dark(#0b57d0, #a8c7fa); outline-offset: 2px; }
h1, h2, h3 { font-family: var(--serif); line-height: 1.15; text-wrap: balance; }
h1 { margin: 0.5rem 0 0.75rem; font-size: clamp(2rem, 1.4rem + 3vw, 3rem); letter-spacing: -0.01em; }
h2 { margin: 0 0 0.75rem; font-size: 1.375rem; }
h3 { margin: 1.25rem 0 0.25rem; font-size: 1.0625rem; }
.lead { max-width: 40rem; margin: 0 0 1rem; color: var(--soft); font-size: 1.125rem; text-wrap: pretty; }
img { flex: none; }
.picture { display: block; width: 100%; height: auto; max-height: 28rem; margin-block: 1.25rem; border-radius: 1rem; object-fit: cover; }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.75rem; margin: 0 0 1.25rem; padding: 0; color: var(--soft); list-style: none; }
.facts strong { color: var(--ink); }
.save { display: inline-flex; align-items: center; min-height: 2.75rem; margin-bottom: 1.5rem; border-radius: 0.625rem; padding: 0.375rem 1.125rem; background: var(--green); color: var(--on-green); font-weight: 600; text-decoration: none; }
.save:hover { text-decoration: underline; }
.parts { display: grid; gap: 1.5rem clamp(1.5rem, 4vw, 3rem); align-items: start; }
.card { border: 1px solid var(--line); border-radius: 1rem; padding: clamp(1rem, 4vw, 1.5rem); background: var(--card); }
.lines { margin: 0; padding: 0; list-style: none; }
.lines li { border-top: 1px solid var(--line); padding-block: 0.5rem; }
.lines li:first-child { border-top: 0; }
.lines + h2 { margin-top: 1.75rem; }
.steps { margin: 0; padding: 0; list-style: none; counter-reset: step; }
.steps li { position: relative; margin-bottom: 1.25rem; padding-left: 2.75rem; counter-increment: step; }
.steps li::before { content: counter(step); position: absolute; left: 0; top: -0.2rem; color: var(--green); font: 700 1.625rem/1.3 var(--serif); }
.more { margin-top: 1.5rem; color: var(--soft); }
.items li { display: flex; gap: 0.75rem; }
.done { color: var(--soft); text-decoration: line-through; }
footer { padding-block: 3rem 2rem; color: var(--soft); font-size: 0.9375rem; }
@media (min-width: 48rem) {
  .parts { grid-template-columns: minmax(15rem, 2fr) 3fr; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; }
  body { font-size: 11pt; }
  .top, main, footer { max-width: none; padding: 0; }
  .top, .save, footer { display: none; }
  .picture { width: auto; max-width: 8cm; max-height: 6cm; }
  .card { border: 0; padding: 0; }
  .parts { grid-template-columns: 1fr 2fr; gap: 1cm; }
  .lines li { padding-block: 0.15rem; }
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
