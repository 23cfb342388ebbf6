import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  text: string;
  art?: ReactNode;
  children?: ReactNode;
}

/** Stands where a list would be, and says what to do next. */
export function EmptyState({ title, text, art, children }: EmptyStateProps) {
  return (
    <div className="empty">
      {art}
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
