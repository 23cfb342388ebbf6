import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { FormFailure } from '../../ui/forms/FormFailure.tsx';
import { lazyResolver } from '../../ui/forms/lazy-resolver.ts';
import { useSending } from '../../ui/forms/use-sending.ts';

/** What a person writes of a collection. */
export interface CollectionDetails {
  name: string;
  description?: string | undefined;
}

interface CollectionFormProps {
  title: string;
  /** The verb of what sending it does. */
  action: string;
  details: CollectionDetails;
  /** Rejects with what the form then tells. */
  onSend: (details: CollectionDetails) => Promise<void>;
  onClose: () => void;
  children?: ReactNode;
}

const check = lazyResolver(async () => (await import('./form-checks.ts')).checkCollection);

const emptyIsNone = { setValueAs: (text: string) => text.trim() || undefined };

/** A dialog for the name and the description of a collection. */
export function CollectionForm(props: CollectionFormProps) {
  const t = useText();
  const { name, description = '' } = props.details;
  const form = useForm({
    resolver: check,
    defaultValues: { name, description },
  });
  const { failure, busy, submit } = useSending(form, props.onSend);
  const { errors } = form.formState;
  return (
    <Dialog
      open
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" className="button" onClick={props.onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="submit"
            form="collection-form"
            className="button button-primary"
            disabled={busy}
          >
            {busy ? t('common.pleaseWait') : props.action}
          </button>
        </>
      }
    >
      <form id="collection-form" className="collection-form" onSubmit={submit} noValidate>
        <Field label={t('collections.name')} error={errors.name?.message}>
          {(control) => (
            <input {...control} {...form.register('name')} maxLength={200} autoComplete="off" />
          )}
        </Field>
        <Field
          label={t('collections.description')}
          hint={t('common.optional')}
          error={errors.description?.message}
        >
          {(control) => (
            <textarea
              {...control}
              {...form.register('description', emptyIsNone)}
              maxLength={2000}
            />
          )}
        </Field>
        <FormFailure failure={failure} />
      </form>
    </Dialog>
  );
}
