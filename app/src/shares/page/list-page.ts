import { formatLine } from '../../ingredients/format.ts';
import type { SharedList } from '../schemas.ts';
import type { Page } from './document.ts';
import { html } from './html.ts';

/** A shopping list to read in a shop; checking items off is for its owner. */
export function listPage({ name, items }: SharedList): Page {
  const open = items.filter(({ checked }) => !checked).length;
  return {
    title: name,
    description: `${open} of ${items.length} items are still to buy`,
    content: html`
<p class="lead">${open} of ${items.length} items are still to buy.</p>
${
  items.length === 0
    ? undefined
    : html`<div class="card">${[...Map.groupBy(items, ({ aisle }) => aisle)].map(
        ([aisle, ofAisle]) => html`<h2>${aisle.charAt(0).toUpperCase() + aisle.slice(1)}</h2>
<ul class="lines items">${ofAisle.map((item) =>
          item.checked
            ? html`<li class="done"><span role="img" aria-label="done">☑</span> <span>${formatLine(item)}</span></li>`
            : html`<li><span role="img" aria-label="to buy">☐</span> <span>${formatLine(item)}</span></li>`,
        )}</ul>`,
      )}</div>`
}`,
  };
}
