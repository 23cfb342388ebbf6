import { useText } from '../../texts/use-text.ts';
import { useWakeLock } from '../../ui/use-wake-lock.ts';
import { ScreenIcon } from './icons.tsx';
import './awake.css';

/** Keeps the screen on while it is there, and says so; nothing where the browser cannot. */
export function WakeLockSwitch() {
  const t = useText();
  const { supported, on, toggle } = useWakeLock();
  if (!supported) return null;
  return (
    <label className="wake-lock">
      <input type="checkbox" className="switch" checked={on} onChange={toggle} />
      <ScreenIcon />
      <span>{t('common.awake')}</span>
    </label>
  );
}
