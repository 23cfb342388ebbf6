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

  useEffect(() => {
    if (!end.current || !('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) load();
      },
      { rootMargin: '400px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);

  return (
    <div className="load-more" ref={end}>
      <button type="button" className="button" aria-disabled={busy} onClick={load}>
        {t(busy ? 'recipes.loadingMore' : 'recipes.loadMore')}
      </button>
    </div>
  );
}
