import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useText } from '../../texts/use-text.ts';
import { Field } from '../Field.tsx';
import { HideIcon, ShowIcon } from './icons.tsx';
import './password-field.css';

interface PasswordFieldProps {
  label: string;
  /** Tells password managers what to offer. */
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  error: string | undefined;
  /** What `register` of the form gives. */
  input: UseFormRegisterReturn;
}

/** A password, with a button that shows what was typed. */
export function PasswordField({ label, autoComplete, hint, error, input }: PasswordFieldProps) {
  const t = useText();
  const [shown, setShown] = useState(false);
  const action = t(shown ? 'common.hidePassword' : 'common.showPassword');
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="password-field">
          <input
            {...control}
            {...input}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
          />
          <button
            type="button"
            className="button-icon"
            aria-label={action}
            title={action}
            onClick={() => setShown(!shown)}
          >
            {shown ? <HideIcon /> : <ShowIcon />}
          </button>
        </div>
      )}
    </Field>
  );
}
