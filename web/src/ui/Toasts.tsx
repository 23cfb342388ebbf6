import { useSyncExternalStore } from 'react';
import { useText } from '../texts/use-text.ts';
import { CloseIcon } from './icons.tsx';
import { dismissToast, toastStore } from './toasts.ts';
import './toasts.css';

/** Where messages appear; it stands once in the page, always, so that screen readers hear what comes in. */
export function Toasts() {
  const t = useText();
  const toasts = useSyncExternalStore(
    toastStore.subscribe,
    toastStore.getSnapshot,
    toastStore.getSnapshot,
  );
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
