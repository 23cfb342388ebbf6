import { useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { endFlow } from '../telemetry/signals.ts';
import { useFlow } from '../telemetry/use-flow.ts';
import { useCountdown } from '../ui/use-countdown.ts';
import type { CredentialErrors, Credentials } from './credentials.ts';
import { beginSession } from './keep-session.ts';
import type { SignedIn } from './session.ts';

/**
 * The state of a sign-in or account form. After a 429 it waits for the person, who may want to
 * correct the password first, and stays closed until the server's pause is over.
 */
export function useCredentials(
  flow: 'sign-in' | 'register',
  check: (credentials: Credentials) => CredentialErrors,
  send: (credentials: Credentials) => Promise<SignedIn>,
) {
  const [errors, setErrors] = useState<CredentialErrors>({});
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [sending, setSending] = useState(false);
  const pause = useCountdown(failure?.retryAt);
  useFlow(flow);

  const submit = async (credentials: Credentials) => {
    const found = check(credentials);
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return;
    setSending(true);
    try {
      const signedIn = await send(credentials);
      endFlow(flow, 'done');
      beginSession(signedIn);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setErrors(Object.fromEntries(error.fields.map(({ path, message }) => [path, message])));
      setFailure(error);
    } finally {
      setSending(false);
    }
  };

  return { errors, failure, busy: sending || pause > 0, submit };
}
