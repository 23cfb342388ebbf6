import type { UseFormRegisterReturn } from 'react-hook-form';
import { useText } from '../texts/use-text.ts';
import { Field } from '../ui/Field.tsx';

interface EmailFieldProps {
  /** `username` for an account that exists, which password managers fill in with its password. */
  autoComplete: 'username' | 'email';
  error: string | undefined;
  /** What `register` of the form gives. */
  input: UseFormRegisterReturn;
}

/** The address of an account. */
export function EmailField({ autoComplete, error, input }: EmailFieldProps) {
  const t = useText();
  return (
    <Field label={t('auth.email')} error={error}>
      {(control) => (
        <input
          {...control}
          {...input}
          type="email"
          autoComplete={autoComplete}
          autoCapitalize="none"
        />
      )}
    </Field>
  );
}
