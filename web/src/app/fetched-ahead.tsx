import { type ComponentType, lazy, useState } from 'react';

/** A component whose code is fetched when it is first shown, if not before. */
export interface FetchedAhead {
  readonly Component: ComponentType;
  /** Fetches it for a likely use. Rejects when it cannot be had. */
  readonly load: () => Promise<unknown>;
}

/**
 * Shows at once what is there: React's `lazy` alone shows a place holder first, and that for 300 ms at
 * least, also when the code came before.
 * @param load gets the component; it is called until it has succeeded once.
 */
export function fetchedAhead(load: () => Promise<ComponentType>): FetchedAhead {
  let loaded: ComponentType | undefined;
  const loadOnce = async () => {
    loaded ??= await load();
    return { default: loaded };
  };
  return {
    Component: preferring(() => loaded, lazy(loadOnce)),
    load: loadOnce,
  };
}

/** Chosen once for each place: for another type React would draw it anew. */
function preferring(loaded: () => ComponentType | undefined, Later: ComponentType): ComponentType {
  return function FetchedAhead() {
    const [Shown] = useState(() => loaded() ?? Later);
    return <Shown />;
  };
}
