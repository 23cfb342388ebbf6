import type { ReactNode } from 'react';
import { useText } from '../texts/use-text.ts';

interface LoadingProps {
  /** What is being loaded, for screen readers. */
  label: string;
  /** Grey shapes in the place of what comes. */
  children: ReactNode;
}

/** Shows shapes while something loads, and says so once to screen readers. */
export function Loading({ label, children }: LoadingProps) {
  return (
    <div role="status" className="loading">
      <span className="visually-hidden">{label}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

interface BoneProps {
  /** Gives it its size, or the size of what is in it some space. */
  className: string;
  /** What will stand there, when that is what gives the size: nobody sees or hears it. */
  children?: ReactNode;
}

/** One grey shape. */
export function Bone({ className, children }: BoneProps) {
  return <div className={`bone ${className}`}>{children}</div>;
}

/** Stands in for a page whose code is still on its way. */
export function PageLoading() {
  const t = useText();
  return (
    <Loading label={t('common.loadingPage')}>
      <Bone className="bone-heading" />
      <Bone className="bone-line" />
      <Bone className="bone-line bone-short" />
    </Loading>
  );
}
