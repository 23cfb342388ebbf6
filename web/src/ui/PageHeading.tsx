import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

interface PageHeadingProps {
  children: ReactNode;
  /** The title of the browser's tab, when it is not the heading's text. */
  title?: string;
}

/**
 * A page's h1. It names the tab, and after a navigation inside the app takes the focus, so that
 * a keyboard or a screen reader goes on from the new page's start. The first load is left alone.
 */
export function PageHeading({ children, title }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const navigation = useNavigationType();
  const name = title ?? (typeof children === 'string' ? children : '');

  useEffect(() => {
    document.title = name ? `${name} · Recipe Book` : 'Recipe Book';
  }, [name]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query, as of a search, is no other page.
  useEffect(() => {
    if (key === 'default') return;
    heading.current?.focus({ preventScroll: true });
    // Going back, the browser itself restores where the page was.
    if (navigation !== 'POP') window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
