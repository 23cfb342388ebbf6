import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { PageLink } from '../app/PageLink.tsx';
import { useText } from '../texts/use-text.ts';
import { FormFailure } from '../ui/forms/FormFailure.tsx';
import { PasswordField } from '../ui/forms/PasswordField.tsx';
import { useSending } from '../ui/forms/use-sending.ts';
import { AuthPage } from './AuthPage.tsx';
import { endSession } from './keep-session.ts';
import { checkResetPassword, preloadChecks } from './load-checks.ts';
import { resetPassword } from './requests.ts';
import { SendButton } from './SendButton.tsx';
import { session } from './session.ts';
import { useLinkToken } from './use-link-token.ts';

/** Set a new password with the link of a mail, `/reset-password#token=…`. */
export default function ResetPasswordPage() {
  const t = useText();
  const token = useLinkToken((fragment) => new URLSearchParams(fragment).get('token') ?? '');
  const [done, setDone] = useState(false);

  if (done) {
    return (
      <AuthPage title={t('auth.reset.doneTitle')} done>
        <p>{t('auth.reset.done')}</p>
        <PageLink page="signIn" to="/sign-in" className="button button-primary">
          {t('auth.signIn.action')}
        </PageLink>
      </AuthPage>
    );
  }
  if (!token) {
    return (
      <AuthPage title={t('auth.reset.title')}>
        <p>{t('auth.reset.noToken')}</p>
        <AnotherLink />
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t('auth.reset.title')}>
      <NewPasswordForm key={token} token={token} onDone={() => setDone(true)} />
    </AuthPage>
  );
}

function NewPasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useText();
  const form = useForm({ resolver: checkResetPassword, defaultValues: { token, password: '' } });
  const { failure, busy, submit } = useSending(
    form,
    async (values) => {
      await resetPassword(values.token, values.password);
      // All sessions of the account are over, also the one that may be open here; what it has not saved waits.
      if (session.getSnapshot().user) endSession('expired');
      onDone();
    },
    { 'reset-token-invalid': { text: 'auth.reset.tooOld' } },
  );
  return (
    <form className="auth-form" onSubmit={submit} onFocus={preloadChecks} noValidate>
      <PasswordField
        label={t('auth.reset.newPassword')}
        autoComplete="new-password"
        hint={t('auth.passwordHint')}
        error={form.formState.errors.password?.message}
        input={form.register('password')}
      />
      <FormFailure failure={failure} />
      {failure?.text && <AnotherLink />}
      <SendButton busy={busy} action={t('auth.reset.action')} />
    </form>
  );
}

function AnotherLink() {
  const t = useText();
  return (
    <PageLink page="forgotPassword" to="/forgot-password" className="button">
      {t('auth.reset.another')}
    </PageLink>
  );
}
