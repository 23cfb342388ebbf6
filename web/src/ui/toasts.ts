/** A short message that goes by itself. */
export interface Toast {
  id: number;
  text: string;
  /** Something to do about it, such as to undo it. */
  action?: { label: string; run: () => void } | undefined;
}

/** How long a toast stands, ms; longer when there is something to do about it (WCAG 2.2, 2.2.1). */
const stays = { plain: 6_000, withAction: 12_000 };

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/**
 * Shows a message; screen readers say it without moving the focus.
 * @param remains until it is closed.
 */
export function toast(text: string, action?: Toast['action'], remains = false): void {
  const id = ++lastId;
  set([...toasts, { id, text, action }].slice(-3));
  if (remains) return;
  setTimeout(() => dismissToast(id), action ? stays.withAction : stays.plain);
}

/** Takes one away before its time. */
export function dismissToast(id: number): void {
  set(toasts.filter((shown) => shown.id !== id));
}

/** For React's `useSyncExternalStore`. */
export const toastStore = {
  getSnapshot: (): readonly Toast[] => toasts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
