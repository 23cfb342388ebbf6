import { useText } from '../../texts/use-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWakeLock } from '../../ui/use-wake-lock.ts';
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

const ScreenIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4" />
  </Icon>
);
