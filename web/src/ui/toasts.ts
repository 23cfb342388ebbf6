/** A short message that goes by itself. */
export interface Toast {
  id: number;
  text: string;
  /** Something to do about it, such as to undo it. */
  action?: { label: string; run: () => void } | undefined;
  /** Whether it stands until it is closed. */
  remains: boolean;
}

/** More at once hide too much of the page. */
const most = 3;

/** How long a toast stands, ms; longer when there is something to do about it (WCAG 2.2, 2.2.1). */
const stays = { plain: 6_000, withAction: 12_000 };

const none: readonly Toast[] = [];
let toasts = none;
/** Where messages can be shown; the last shows them. */
let regions: readonly string[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/**
 * Shows a message; screen readers say it without moving the focus.
 * @param remains until it is closed.
 */
export function toast(text: string, action?: Toast['action'], remains = false): void {
  const id = ++lastId;
  const all = [...toasts, { id, text, action, remains }];
  const oldest = all.length > most ? all.find((shown) => !shown.remains) : undefined;
  set(all.filter((shown) => shown !== oldest));
  if (remains) return;
  setTimeout(() => dismissToast(id), action ? stays.withAction : stays.plain);
}

/** Takes one away before its time. */
export function dismissToast(id: number): void {
  set(toasts.filter((shown) => shown.id !== id));
}

/**
 * Adds a place where messages are shown: in a dialog in place of those before it.
 * @returns what removes it.
 */
export function addToastRegion(region: string, inDialog: boolean): () => void {
  regions = inDialog ? [...regions, region] : [region, ...regions];
  tell();
  return () => {
    regions = regions.filter((other) => other !== region);
    tell();
  };
}

/** The messages that one place shows. */
export function shownToasts(region: string): readonly Toast[] {
  return region === regions.at(-1) ? toasts : none;
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
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}
