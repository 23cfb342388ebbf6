import { useRef } from 'react';
import { useText } from '../texts/use-text.ts';
import { Field } from './Field.tsx';
import { toast } from './toasts.ts';
import './copy-field.css';

interface CopyFieldProps {
  label: string;
  /** What is copied, such as a link. */
  value: string;
  hint?: string;
}

/** Something to take along, with a button that copies it. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);

  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      toast(t('common.copied'));
    } catch {
      // Without HTTPS, or when the person has forbidden it: it is selected, so it can be copied by hand.
      toast(t('common.copyByHand'));
    }
  };

  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className="copy-field">
          <input
            {...control}
            ref={input}
            value={value}
            readOnly
            onFocus={(event) => event.target.select()}
          />
          <button type="button" className="button" onClick={copy}>
            {t('common.copy')}
          </button>
        </div>
      )}
    </Field>
  );
}
