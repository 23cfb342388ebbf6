import type { Page } from './document.ts';
import { html } from './html.ts';

/** For links that lead nowhere. */
export const gonePage: Page = {
  title: 'Nothing here',
  description: 'This link leads nowhere.',
  content: html`<p>This link leads nowhere; it may have been revoked. Ask for a new one.</p>`,
};
