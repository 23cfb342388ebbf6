import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { PageLink } from '../app/PageLink.tsx';
import { useText } from '../texts/use-text.ts';
import { FormFailure } from '../ui/forms/FormFailure.tsx';
import { useSending } from '../ui/forms/use-sending.ts';
import { AuthPage } from './AuthPage.tsx';
import { EmailField } from './EmailField.tsx';
import { checkForgotPassword, preloadChecks } from './load-checks.ts';
import { requestResetMail } from './requests.ts';
import { SendButton } from './SendButton.tsx';

/** Have a link for a new password sent. What it says tells nobody whether there is such an account. */
export default function ForgotPasswordPage() {
  const t = useText();
  const [sentTo, setSentTo] = useState('');
  const form = useForm({ resolver: checkForgotPassword, defaultValues: { email: '' } });
  const { failure, busy, submit } = useSending(form, async ({ email }) => {
    await requestResetMail(email);
    setSentTo(email);
  });

  const back = (
    <p>
      <PageLink page="signIn" to="/sign-in">
        {t('auth.backToSignIn')}
      </PageLink>
    </p>
  );
  if (sentTo) {
    return (
      <AuthPage title={t('auth.forgot.sentTitle')} others={back} done>
        <p>{t('auth.forgot.sent', { email: sentTo })}</p>
        <p>{t('auth.forgot.noMail')}</p>
        <button type="button" className="button" onClick={() => setSentTo('')}>
          {t('auth.forgot.again')}
        </button>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t('auth.forgot.title')} others={back}>
      <p>{t('auth.forgot.text')}</p>
      <form className="auth-form" onSubmit={submit} onFocus={preloadChecks} noValidate>
        <EmailField
          autoComplete="username"
          error={form.formState.errors.email?.message}
          input={form.register('email')}
        />
        <FormFailure failure={failure} />
        <SendButton busy={busy} action={t('auth.forgot.action')} />
      </form>
    </AuthPage>
  );
}
