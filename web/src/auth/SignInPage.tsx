import { useForm } from 'react-hook-form';
import { Navigate, useLocation } from 'react-router';
import { PageLink } from '../app/PageLink.tsx';
import { endFlow } from '../telemetry/signals.ts';
import { useFlow } from '../telemetry/use-flow.ts';
import { useText } from '../texts/use-text.ts';
import { FormFailure } from '../ui/forms/FormFailure.tsx';
import { PasswordField } from '../ui/forms/PasswordField.tsx';
import { useSending } from '../ui/forms/use-sending.ts';
import { AuthPage } from './AuthPage.tsx';
import { beginSession } from './begin-session.ts';
import { EmailField } from './EmailField.tsx';
import { checkSignIn, preloadChecks } from './load-checks.ts';
import { requestSignIn } from './requests.ts';
import { returnPath } from './return-path.ts';
import { SendButton } from './SendButton.tsx';
import { useSession } from './use-session.ts';

/** Sign in to an account that exists, and go on to the page that asked for it. */
export default function SignInPage() {
  const t = useText();
  const location = useLocation();
  const { user, ended } = useSession();
  useFlow('sign-in');
  const form = useForm({
    resolver: checkSignIn,
    defaultValues: { email: '', password: '' },
  });
  const { failure, busy, submit } = useSending(
    form,
    async (values) => {
      const signedIn = await requestSignIn(values);
      endFlow('sign-in', 'done');
      beginSession(signedIn);
    },
    { 'wrong-credentials': { text: 'auth.wrongCredentials' } },
  );
  const { errors } = form.formState;
  // In the order of the page: the first that is wrong gets the focus.
  const email = form.register('email');
  const password = form.register('password');

  if (user) return <Navigate to={returnPath(location.state)} replace />;
  return (
    <AuthPage
      title={t('auth.signIn.title')}
      note={ended === 'expired' ? t('auth.signIn.expired') : undefined}
      others={
        <p>
          {t('auth.signIn.new')}{' '}
          <PageLink page="register" to="/register" state={location.state}>
            {t('auth.register.title')}
          </PageLink>
        </p>
      }
    >
      <form className="auth-form" onSubmit={submit} onFocus={preloadChecks} noValidate>
        <EmailField autoComplete="username" error={errors.email?.message} input={email} />
        <PasswordField
          label={t('auth.password')}
          autoComplete="current-password"
          error={errors.password?.message}
          input={password}
        />
        <PageLink page="forgotPassword" to="/forgot-password" className="auth-forgot">
          {t('auth.signIn.forgot')}
        </PageLink>
        <FormFailure failure={failure} />
        <SendButton busy={busy} action={t('auth.signIn.action')} />
      </form>
    </AuthPage>
  );
}
