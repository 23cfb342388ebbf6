import { type ReactNode, useEffect, useRef } from 'react';
import { PageHeading } from '../ui/PageHeading.tsx';
import './auth.css';

interface AuthPageProps {
  title: string;
  /** A sentence that says what the form is for, or why one is here. */
  note?: string | undefined;
  /** True once the form has been sent: what stands in its place gets the focus, and is read out. */
  done?: boolean;
  children: ReactNode;
  /** Ways to other pages, below the form. */
  others?: ReactNode;
}

/** What all pages look alike that lead to a session. */
export function AuthPage({ title, note, done = false, children, others }: AuthPageProps) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done) card.current?.focus();
  }, [done]);
  return (
    <div className="auth">
      <PageHeading>{title}</PageHeading>
      {note && <p className="auth-note">{note}</p>}
      <div ref={card} className="auth-card" tabIndex={-1}>
        {children}
      </div>
      {others && <div className="auth-others">{others}</div>}
    </div>
  );
}
