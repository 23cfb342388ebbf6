import { useEffect, useEffectEvent, useRef } from 'react';
import { useText } from '../../texts/use-text.ts';

interface LoadMoreProps {
  busy: boolean;
  onLoad: () => void;
}

/** Loads more when the list's end comes near, and for whoever presses it. */
export function LoadMore({ busy, onLoad }: LoadMoreProps) {
  const t = useText();
  const end = useRef<HTMLDivElement>(null);
  const load = useEffectEvent(() => {
    if (!busy) onLoad();
  });

  // An observer tells of what is in sight at first, and then of changes only: each page that came has one of its own,
  // since the end may still be in sight.
  useEffect(() => {
    if (busy || !end.current || !('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) load();
      },
      { rootMargin: '400px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [busy]);

  return (
    <div className="load-more" ref={end}>
      <button type="button" className="button" aria-disabled={busy} onClick={load}>
        {t(busy ? 'recipes.loadingMore' : 'recipes.loadMore')}
      </button>
    </div>
  );
}
