import type { Activities } from './activities.ts';
import { attributes, spanNames } from './names.ts';

/** What does something when it is clicked. Its text is never read: it may be anybody's. */
const active = 'a[href], button, summary, select, input, [role="button"]';

/** Makes an activity of every click; keys that press a button come as clicks, too. */
export function watchClicks(activities: Activities): void {
  const onClick = ({ target }: MouseEvent) => {
    const element = target instanceof Element ? target.closest(active) : null;
    if (!element) return;
    const tag = element.tagName.toLowerCase();
    activities.begin(spanNames.click, { [attributes.element]: tag }, Date.now());
  };
  // Before any handler of the page, whose requests are its effects.
  document.addEventListener('click', onClick, { capture: true, passive: true });
}
