import { useText } from '../texts/use-text.ts';
import { useCountdown } from './use-countdown.ts';

interface WaitNoticeProps {
  /** When the wait is over, in ms since 1970. */
  until: number;
  /** True when the request is sent again by itself. */
  automatic?: boolean;
}

/** From this many seconds on a wait is told in minutes, rounded up. */
const longWait = 91;

/** Counts down to the next try on the screen; it is not read out each second. */
export function WaitNotice({ until, automatic = false }: WaitNoticeProps) {
  const t = useText();
  const left = useCountdown(until);
  const seconds = Math.ceil(left / 1000);
  const time =
    seconds < longWait
      ? t('wait.seconds', { count: seconds })
      : t('wait.minutes', { count: Math.ceil(seconds / 60) });
  const waiting = automatic ? 'wait.nextTry' : 'wait.canTry';
  const over = automatic ? 'wait.trying' : 'wait.canTryNow';
  return (
    <p className="notice-wait" role="timer">
      {left > 0 ? t(waiting, { time }) : t(over)}
    </p>
  );
}
