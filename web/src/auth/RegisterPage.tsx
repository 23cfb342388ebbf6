import { useForm } from 'react-hook-form';
import { Navigate, useLocation } from 'react-router';
import { PageLink } from '../app/PageLink.tsx';
import { endFlow } from '../telemetry/signals.ts';
import { useFlow } from '../telemetry/use-flow.ts';
import { useText } from '../texts/use-text.ts';
import { Field } from '../ui/Field.tsx';
import { FormFailure } from '../ui/forms/FormFailure.tsx';
import { PasswordField } from '../ui/forms/PasswordField.tsx';
import { useSending } from '../ui/forms/use-sending.ts';
import { AuthPage } from './AuthPage.tsx';
import { beginSession } from './begin-session.ts';
import { EmailField } from './EmailField.tsx';
import { checkRegister, preloadChecks } from './load-checks.ts';
import { requestAccount } from './requests.ts';
import { returnPath } from './return-path.ts';
import { SendButton } from './SendButton.tsx';
import { useSession } from './use-session.ts';

/** Create an account; it is signed in at once. */
export default function RegisterPage() {
  const t = useText();
  const location = useLocation();
  const { user } = useSession();
  useFlow('register');
  const form = useForm({
    resolver: checkRegister,
    defaultValues: { name: '', email: '', password: '' },
  });
  const { failure, busy, submit } = useSending(
    form,
    async (values) => {
      const signedIn = await requestAccount(values);
      endFlow('register', 'done');
      beginSession(signedIn);
    },
    { 'email-taken': { field: 'email', text: 'auth.emailTaken' } },
  );
  const { errors } = form.formState;
  // In the order of the page: the first that is wrong gets the focus.
  const name = form.register('name');
  const email = form.register('email');
  const password = form.register('password');

  if (user) return <Navigate to={returnPath(location.state)} replace />;
  return (
    <AuthPage
      title={t('auth.register.title')}
      others={
        <p>
          {t('auth.register.known')}{' '}
          <PageLink page="signIn" to="/sign-in" state={location.state}>
            {t('auth.signIn.title')}
          </PageLink>
        </p>
      }
    >
      <form className="auth-form" onSubmit={submit} onFocus={preloadChecks} noValidate>
        <Field label={t('auth.name')} error={errors.name?.message}>
          {(control) => <input {...control} {...name} autoComplete="name" />}
        </Field>
        <EmailField autoComplete="email" error={errors.email?.message} input={email} />
        <PasswordField
          label={t('auth.password')}
          autoComplete="new-password"
          hint={t('auth.passwordHint')}
          error={errors.password?.message}
          input={password}
        />
        <FormFailure failure={failure} />
        <SendButton busy={busy} action={t('auth.register.action')} />
      </form>
    </AuthPage>
  );
}
