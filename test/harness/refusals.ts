import type { Page } from 'playwright-core';

/** A script for a page, before its own: it notes what the page's policy refuses (Content Security Policy, Trusted Types). */
export const noteRefusals = `globalThis.refusals = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
  globalThis.refusals.push([violatedDirective, blockedURI, sample].join(' '));
});`;

/** What was refused since the page was opened. */
export function refusalsOf(page: Page): Promise<unknown> {
  return page.evaluate('globalThis.refusals');
}
