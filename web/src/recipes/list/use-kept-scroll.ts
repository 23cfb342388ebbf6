import { useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** How far each entry of the history was scrolled, CSS pixels. */
const positions = new Map<string, number>();

/**
 * Brings the page back to where it was when somebody goes back to it. Browsers try to, but before the page has
 * its height. @param isReady whether what gives the page its height is there
 */
export function useKeptScroll(isReady: boolean): void {
  const { key } = useLocation();
  const navigation = useNavigationType();
  const done = useRef(false);

  useLayoutEffect(() => {
    if (!isReady || done.current) return;
    done.current = true;
    const position = navigation === 'POP' ? positions.get(key) : undefined;
    if (position !== undefined) window.scrollTo(0, position);
  }, [isReady, key, navigation]);

  useLayoutEffect(() => {
    const keep = () => positions.set(key, window.scrollY);
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, [key]);
}
