import { useEffect } from 'react';

interface DrawnProps {
  readonly onDrawn: () => unknown;
}

/** As the last child, tells when all that stands before it has been drawn and its effects have run. */
export function Drawn({ onDrawn }: DrawnProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is drawn once.
  useEffect(() => void onDrawn(), []);
  return null;
}
