/** @jest-environment jest-fixed-jsdom */
import { screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { renderPage } from '../../testing/render-page.tsx';
import { LoadMore } from './LoadMore.tsx';

/** A tall screen: what is observed is in sight, which is told once. */
class InSight {
  readonly #tell: (entries: readonly object[]) => void;
  constructor(tell: (entries: readonly object[]) => void) {
    this.#tell = tell;
  }
  observe(): void {
    queueMicrotask(() => this.#tell([{ isIntersecting: true }]));
  }
  disconnect(): void {
    // Nothing is left to tell.
  }
}

beforeEach(() => Object.assign(window, { IntersectionObserver: InSight }));
afterEach(() => Reflect.deleteProperty(window, 'IntersectionObserver'));

/** A list of three pages, of which the first is there. */
function Pages() {
  const [count, setCount] = useState(1);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!busy) return;
    setCount((before) => before + 1);
    setBusy(false);
  }, [busy]);
  return (
    <>
      <p>{count} pages</p>
      {count < 3 && <LoadMore busy={busy} onLoad={() => setBusy(true)} />}
    </>
  );
}

test('loads until the screen is full, when the end stays in sight after a page', async () => {
  renderPage(<Pages />);
  await waitFor(() => expect(screen.getByText('3 pages')).toBeTruthy());
});
