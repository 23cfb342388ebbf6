import { useText } from '../texts/use-text.ts';
import { useOnline } from './connection.ts';

/** Says while there is no connection what that means; screen readers say it when it begins. */
export function OfflineNotice() {
  const t = useText();
  const online = useOnline();
  return (
    <div className="offline" role="status">
      {!online && <p>{t('nav.offline')}</p>}
    </div>
  );
}
