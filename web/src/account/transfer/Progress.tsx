import { useId } from 'react';

interface ProgressProps {
  label: string;
  /** From 0 to 1; without it nobody knows how long it takes. */
  value?: number;
}

/** How far something is. */
export function Progress({ label, value }: ProgressProps) {
  const id = useId();
  return (
    <div className="settings-progress">
      <span id={id}>{label}</span>
      <progress aria-labelledby={id} value={value} />
    </div>
  );
}
