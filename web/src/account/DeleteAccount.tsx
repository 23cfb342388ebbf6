import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { endSession } from '../auth/keep-session.ts';
import { checkAccountRemoval, preloadChecks } from '../auth/load-checks.ts';
import { useSession } from '../auth/use-session.ts';
import { useText } from '../texts/use-text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogButtons } from '../ui/DialogButtons.tsx';
import { Field } from '../ui/Field.tsx';
import { FormFailure } from '../ui/forms/FormFailure.tsx';
import { PasswordField } from '../ui/forms/PasswordField.tsx';
import { useSending } from '../ui/forms/use-sending.ts';
import { toast } from '../ui/toasts.ts';
import { removeAccount } from './requests.ts';

/** Delete the account: asked for twice, by its address and its password. */
export function DeleteAccount() {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button settings-danger" onClick={() => setOpen(true)}>
        {t('account.delete.title')}
      </button>
      {open && <DeleteDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function DeleteDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { user } = useSession();
  const formId = useId();
  const [typed, setTyped] = useState('');
  const form = useForm({ resolver: checkAccountRemoval, defaultValues: { password: '' } });
  const { failure, busy, submit } = useSending(
    form,
    async ({ password }) => {
      await removeAccount(password);
      toast(t('account.delete.done'));
      endSession('signed-out');
    },
    { 'wrong-password': { field: 'password', text: 'account.wrongPassword' } },
  );
  const email = user?.email ?? '';
  const sure = typed.trim().toLowerCase() === email;

  return (
    <Dialog
      open
      title={t('account.delete.ask')}
      onClose={onClose}
      actions={
        <DialogButtons
          action={t(busy ? 'common.pleaseWait' : 'account.delete.action')}
          form={formId}
          kind="danger"
          disabled={busy || !sure}
          onCancel={onClose}
        />
      }
    >
      <form
        id={formId}
        className="settings-form"
        onSubmit={submit}
        onFocus={preloadChecks}
        noValidate
      >
        <p>{t('account.delete.text')}</p>
        <Field label={t('account.delete.type', { email })}>
          {(control) => (
            <input
              {...control}
              type="email"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <PasswordField
          label={t('auth.password')}
          autoComplete="current-password"
          error={form.formState.errors.password?.message}
          input={form.register('password')}
        />
        <FormFailure failure={failure} />
      </form>
    </Dialog>
  );
}
