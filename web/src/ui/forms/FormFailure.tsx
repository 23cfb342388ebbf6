import { ErrorNotice } from '../ErrorNotice.tsx';
import type { SendFailure } from './use-sending.ts';

/** Says why a form could not be sent; nothing while there is no reason to. */
export function FormFailure({ failure }: { failure: SendFailure | null }) {
  if (!failure) return null;
  if (failure.text === undefined) return <ErrorNotice error={failure.error} />;
  return (
    <div className="notice notice-error" role="alert">
      <p>{failure.text}</p>
    </div>
  );
}
