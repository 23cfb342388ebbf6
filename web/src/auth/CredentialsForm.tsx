import { type FormEvent, useRef } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Field } from '../ui/Field.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { useFocusFirstInvalid } from '../ui/use-focus-first-invalid.ts';
import {
  type CredentialErrors,
  type Credentials,
  minPasswordLength,
  readCredentials,
} from './credentials.ts';
import { returnPath } from './return-path.ts';
import type { SignedIn } from './session.ts';
import { useCredentials } from './use-credentials.ts';
import { useSession } from './use-session.ts';
import './auth.css';

interface CredentialsFormProps {
  title: string;
  action: string;
  withName?: boolean;
  check: (credentials: Credentials) => CredentialErrors;
  send: (credentials: Credentials) => Promise<SignedIn>;
  passwordHelp: 'current-password' | 'new-password';
  other: { text: string; link: string; to: string };
}

/** The form that both ways to a session share; it leaves for the asked-for page once there is one. */
export function CredentialsForm(props: CredentialsFormProps) {
  const { title, action, withName = false, other, passwordHelp } = props;
  const location = useLocation();
  const session = useSession();
  const { errors, failure, busy, submit } = useCredentials(
    withName ? 'register' : 'sign-in',
    props.check,
    props.send,
  );
  const form = useRef<HTMLFormElement>(null);
  useFocusFirstInvalid(form, errors);

  if (session.user) return <Navigate to={returnPath(location.state)} replace />;

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit(readCredentials(new FormData(event.currentTarget)));
  };

  return (
    <div className="auth">
      <PageHeading>{title}</PageHeading>
      {session.ended === 'expired' && (
        <p className="auth-note">Your session has ended. Sign in to go on where you were.</p>
      )}
      <form ref={form} className="auth-form" onSubmit={onSubmit} noValidate>
        {withName && (
          <Field label="Name" error={errors.name}>
            {(field) => <input {...field} name="name" autoComplete="name" maxLength={100} />}
          </Field>
        )}
        <Field label="Email" error={errors.email}>
          {(field) => <input {...field} name="email" type="email" autoComplete="email" />}
        </Field>
        <Field
          label="Password"
          error={errors.password}
          hint={withName ? `At least ${minPasswordLength} characters.` : undefined}
        >
          {(field) => (
            <input {...field} name="password" type="password" autoComplete={passwordHelp} />
          )}
        </Field>
        {failure && <ErrorNotice error={failure} />}
        <button type="submit" className="button button-primary button-wide" disabled={busy}>
          {busy ? 'Please wait …' : action}
        </button>
      </form>
      <p className="auth-other">
        {other.text}{' '}
        <Link to={other.to} state={location.state}>
          {other.link}
        </Link>
      </p>
    </div>
  );
}
