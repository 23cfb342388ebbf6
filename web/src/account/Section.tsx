import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  children: ReactNode;
}

/** One part of the account page. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section className="settings" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="settings-body">{children}</div>
    </section>
  );
}
