/** Calls back when the page has loaded and has nothing else to do. */
export function whenIdle(action: () => void): void {
  const later = () => {
    // Safari has no such callback.
    if ('requestIdleCallback' in window) requestIdleCallback(action, { timeout: 5000 });
    else setTimeout(action, 500);
  };
  if (document.readyState === 'complete') later();
  else window.addEventListener('load', later, { once: true });
}
