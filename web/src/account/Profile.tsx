import { useForm } from 'react-hook-form';
import { checkProfile, preloadChecks } from '../auth/load-checks.ts';
import { useSession } from '../auth/use-session.ts';
import { useText } from '../texts/use-text.ts';
import { Field } from '../ui/Field.tsx';
import { FormFailure } from '../ui/forms/FormFailure.tsx';
import { useSending } from '../ui/forms/use-sending.ts';
import { toast } from '../ui/toasts.ts';
import { changeName } from './requests.ts';
import { Section } from './Section.tsx';

/** Who one is here. */
export function Profile() {
  const t = useText();
  const { user } = useSession();
  const form = useForm({ resolver: checkProfile, values: { name: user?.name ?? '' } });
  const { failure, busy, submit } = useSending(form, async ({ name }) => {
    await changeName(name);
    toast(t('account.profile.saved'));
  });
  const { errors, isDirty } = form.formState;

  return (
    <Section title={t('account.profile.title')}>
      <form className="settings-form" onSubmit={submit} onFocus={preloadChecks} noValidate>
        <dl className="settings-fact">
          <dt>{t('auth.email')}</dt>
          <dd>{user?.email}</dd>
        </dl>
        <Field label={t('auth.name')} error={errors.name?.message}>
          {(control) => <input {...control} {...form.register('name')} autoComplete="name" />}
        </Field>
        <FormFailure failure={failure} />
        <button type="submit" className="button" disabled={busy || !isDirty}>
          {t('common.save')}
        </button>
      </form>
    </Section>
  );
}
