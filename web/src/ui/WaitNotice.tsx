import { formatWait } from '../api/retry-after.ts';
import { useCountdown } from './use-countdown.ts';

interface WaitNoticeProps {
  /** When the wait is over, in ms since 1970. */
  until: number;
  /** True when the request is sent again by itself. */
  automatic?: boolean;
}

/** Counts down to the next try on the screen; it is not read out each second. */
export function WaitNotice({ until, automatic = false }: WaitNoticeProps) {
  const left = useCountdown(until);
  return (
    <p className="notice-wait" role="timer">
      {left > 0
        ? `${automatic ? 'Next try' : 'You can try again'} in ${formatWait(left)}.`
        : automatic
          ? 'Trying again …'
          : 'You can try again now.'}
    </p>
  );
}
