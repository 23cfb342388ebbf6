import { useId, useLayoutEffect, useSyncExternalStore } from 'react';
import { useText } from '../texts/use-text.ts';
import { CloseIcon } from './icons.tsx';
import { addToastRegion, dismissToast, shownToasts, toastStore } from './toasts.ts';
import './toasts.css';

/**
 * Where messages appear. It stands in the page, always, so that screen readers hear what comes in, and in each dialog:
 * while one is open, all else is under it and inert.
 */
export function Toasts({ inDialog = false }: { inDialog?: boolean }) {
  const t = useText();
  const region = useId();
  const getShown = () => shownToasts(region);
  const toasts = useSyncExternalStore(toastStore.subscribe, getShown, getShown);
  useLayoutEffect(() => addToastRegion(region, inDialog), [region, inDialog]);
  return (
    <div className="toasts" role="status">
      {toasts.map(({ id, text, action }) => (
        <div key={id} className="toast">
          <p>{text}</p>
          {action && (
            <button
              type="button"
              className="toast-action"
              onClick={() => {
                dismissToast(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <button
            type="button"
            className="button-icon"
            aria-label={t('common.close')}
            onClick={() => dismissToast(id)}
          >
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  );
}
