import { type ReactNode, useLayoutEffect } from 'react';

interface DrawnProps {
  /** Called once. */
  readonly then: () => unknown;
  readonly children: ReactNode;
}

/** Tells when what it holds has been drawn for the first time. */
export function Drawn({ then, children }: DrawnProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once.
  useLayoutEffect(() => void then(), []);
  return children;
}
