import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { PageLink } from '../app/PageLink.tsx';
import { useText } from '../texts/use-text.ts';
import { Field } from '../ui/Field.tsx';
import { FormFailure } from '../ui/forms/FormFailure.tsx';
import { useSending } from '../ui/forms/use-sending.ts';
import { AuthPage } from './AuthPage.tsx';
import { checkForgotPassword, preloadChecks } from './load-checks.ts';
import { requestResetMail } from './requests.ts';

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
        <Field label={t('auth.email')} error={form.formState.errors.email?.message}>
          {(control) => (
            <input
              {...control}
              {...form.register('email')}
              type="email"
              autoComplete="username"
              autoCapitalize="none"
            />
          )}
        </Field>
        <FormFailure failure={failure} />
        <button type="submit" className="button button-primary button-wide" disabled={busy}>
          {t(busy ? 'common.pleaseWait' : 'auth.forgot.action')}
        </button>
      </form>
    </AuthPage>
  );
}
