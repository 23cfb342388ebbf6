import { type BaseSyntheticEvent, useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ApiError } from '../../api/api-error.ts';
import { reportError } from '../../telemetry/signals.ts';
import type { TextKey } from '../../texts/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { useCountdown } from '../use-countdown.ts';
import { sentenceText } from './issue-text.ts';

/** How a refusal that the form knows by its code is told: beside a field, or below the form. */
export interface KnownRefusal<Input extends FieldValues> {
  field?: Path<Input>;
  text: TextKey;
}

/** What a form could not do: in the form's own words where it knows the reason. */
export interface SendFailure {
  error: unknown;
  text?: string;
}

/**
 * Sends a form and tells what came of it. After a 429 it waits for the person, who may want to correct
 * something first, and stays closed until the server's pause is over.
 * @param refusals by the problem's code
 */
export function useSending<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  send: (values: Output) => Promise<void>,
  refusals: Readonly<Record<string, KnownRefusal<Input>>> = {},
) {
  const t = useText();
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const pause = useCountdown(
    failure?.error instanceof ApiError ? failure.error.retryAt : undefined,
  );

  const fail = (error: unknown) => {
    if (!(error instanceof ApiError)) {
      reportError(error, 'promise');
      setFailure({ error });
      return;
    }
    const known = error.code === undefined ? undefined : refusals[error.code];
    if (known?.field) {
      form.setError(known.field, { message: t(known.text) }, { shouldFocus: true });
      return;
    }
    for (const { path, message } of error.fields) {
      form.setError(path as Path<Input>, { message: sentenceText(message, t) });
    }
    const [first] = error.fields;
    if (first) form.setFocus(first.path as Path<Input>);
    setFailure(known ? { error, text: t(known.text) } : { error });
  };

  const submit = async (event: BaseSyntheticEvent) => {
    event.preventDefault();
    setFailure(null);
    try {
      await form.handleSubmit(send)(event);
    } catch (error) {
      fail(error);
    }
  };

  return { failure, busy: form.formState.isSubmitting || pause > 0, submit };
}
