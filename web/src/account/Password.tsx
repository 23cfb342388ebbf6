import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { checkPasswordChange, preloadChecks } from '../auth/load-checks.ts';
import { useSession } from '../auth/use-session.ts';
import { useText } from '../texts/use-text.ts';
import { FormFailure } from '../ui/forms/FormFailure.tsx';
import { PasswordField } from '../ui/forms/PasswordField.tsx';
import { useSending } from '../ui/forms/use-sending.ts';
import { toast } from '../ui/toasts.ts';
import { changePassword } from './requests.ts';
import { Section } from './Section.tsx';

/** Set another password. */
export function Password() {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('auth.password')}>
      <p>{t('account.password.text')}</p>
      {open ? (
        <PasswordForm onClose={() => setOpen(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('account.password.change')}
        </button>
      )}
    </Section>
  );
}

function PasswordForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { user } = useSession();
  const form = useForm({
    resolver: checkPasswordChange,
    defaultValues: { currentPassword: '', newPassword: '' },
  });
  const { failure, busy, submit } = useSending(
    form,
    async ({ currentPassword, newPassword }) => {
      await changePassword(currentPassword, newPassword);
      toast(t('account.password.changed'));
      onClose();
    },
    { 'wrong-password': { field: 'currentPassword', text: 'account.wrongPassword' } },
  );
  const { errors } = form.formState;

  return (
    <form className="settings-form" onSubmit={submit} onFocus={preloadChecks} noValidate>
      {/* Password managers want to know whose password it is. */}
      <input type="text" autoComplete="username" value={user?.email ?? ''} readOnly hidden />
      <PasswordField
        label={t('account.password.current')}
        autoComplete="current-password"
        error={errors.currentPassword?.message}
        input={form.register('currentPassword')}
      />
      <PasswordField
        label={t('account.password.new')}
        autoComplete="new-password"
        hint={t('auth.passwordHint')}
        error={errors.newPassword?.message}
        input={form.register('newPassword')}
      />
      <FormFailure failure={failure} />
      <div className="settings-actions">
        <button type="submit" className="button button-primary" disabled={busy}>
          {t(busy ? 'common.pleaseWait' : 'account.password.change')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
