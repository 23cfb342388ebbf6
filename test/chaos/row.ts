import type { Figures } from './figures.ts';
import type { Seen } from './run-fault.ts';

/** One fault with all that was found out about it. */
export interface Row {
  readonly seen: Seen;
  readonly figures: Figures;
  /** Whether the alert would fire. */
  readonly alerted: boolean;
}

export const heads = [
  'fault',
  'sent',
  '2xx',
  '429',
  '5xx',
  'added P99',
  'recovery',
  'uncounted',
  'waited in vain',
  'above its limit',
  'alert',
  'log lines',
  'sign-ins',
] as const;

/** A row of the table. */
export function cellsOf({ seen, figures, alerted }: Row): string[] {
  const { sent, ok, refused, failed, addedP99, recovery, uncounted, above, logins } = figures;
  const { envoy, ratelimit, app } = seen.lines;
  return [
    seen.fault.name,
    ...[sent, ok, refused, failed].map(String),
    `${addedP99.toFixed(0)} ms`,
    `${(recovery / 1000).toFixed(1)} s`,
    `${(uncounted * 100).toFixed(uncounted > 0.995 ? 0 : 1)} %`,
    String(seen.timeouts),
    `${above.passed} of ${above.sent}`,
    alerted ? 'yes' : 'no',
    `${envoy} / ${ratelimit} / ${app}`,
    logins,
  ];
}
