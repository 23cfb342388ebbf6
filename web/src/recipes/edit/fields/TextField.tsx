import type { InputHTMLAttributes } from 'react';
import { useFormContext } from 'react-hook-form';
import { Field } from '../../../ui/Field.tsx';
import type { Draft } from '../draft/draft.ts';

/** The fields of a draft that are one text each. */
type TextName = Exclude<keyof Draft, 'tags' | 'ingredients' | 'steps' | 'nutrition'>;

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  name: TextName;
  label: string;
  hint?: string;
}

/** One line of a draft. */
export function TextField({ name, label, hint, className, ...input }: TextFieldProps) {
  const { register, formState } = useFormContext<Draft>();
  return (
    <Field
      label={label}
      hint={hint}
      error={formState.errors[name]?.message}
      {...(className && { className })}
    >
      {(field) => <input {...field} {...register(name)} autoComplete="off" {...input} />}
    </Field>
  );
}

interface LongTextFieldProps {
  name: TextName;
  label: string;
  hint?: string;
  rows: number;
  maxLength: number;
}

/** Several lines of a draft. */
export function LongTextField({ name, label, hint, ...area }: LongTextFieldProps) {
  const { register, formState } = useFormContext<Draft>();
  return (
    <Field label={label} hint={hint} error={formState.errors[name]?.message}>
      {(field) => <textarea {...field} {...register(name)} {...area} />}
    </Field>
  );
}
