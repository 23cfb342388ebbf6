/** Says that the app could not be loaded: the build puts that into every page, in its language, and hides it. */
export function sayNotLoaded(): void {
  const notice = document.querySelector<HTMLElement>('#not-loaded');
  if (!notice) return;
  const root = document.querySelector('#root');
  // A recipe that stands in the page can still be read.
  root?.[root.querySelector('article.recipe') ? 'prepend' : 'replaceChildren'](notice);
  notice.hidden = false;
}
