import { quantile } from '../bench/report/quantile.ts';
import type { Seen } from './run-fault.ts';
import type { Sample } from './traffic.ts';

/** What one fault came to. Times are milliseconds. */
export interface Figures {
  /** Requests sent while it lasted and until all was well again; sign-ins aside, here and below. */
  readonly sent: number;
  readonly ok: number;
  readonly refused: number;
  /** 5xx, and requests without an answer. */
  readonly failed: number;
  /** Answers to sign-ins, as `3 × 200`. */
  readonly logins: string;
  /** Of all that were sent while it lasted, the share that passed uncounted; 0 to 1. */
  readonly uncounted: number;
  /** What the client far above its limit sent and got through while it lasted. */
  readonly above: { readonly sent: number; readonly passed: number };
  /** By how much the P99 was higher while it lasted than before, without its first second, in which it is found out. */
  readonly addedP99: number;
  /** From its end to the last request that passed uncounted; 0 when none did. */
  readonly recovery: number;
}

/** The time within which a fault is to be found out, milliseconds. */
const findingOut = 1000;

export function figuresOf({ samples, began, ended, fault }: Seen): Figures {
  const logins = samples.filter(({ kind, at }) => kind === 'login' && at >= began);
  const open = samples.filter(({ kind }) => kind !== 'login');
  const since = open.filter(({ at }) => at >= began);
  // What is over in a moment lasts as long as its effects.
  const during = fault.seconds > 0 ? since.filter(({ at }) => at < ended) : since;
  const above = during.filter(({ kind }) => kind === 'above');
  const lastUncounted = since.findLast(({ at, counted }) => !counted && at >= ended);
  return {
    sent: since.length,
    ok: since.filter(({ status }) => status >= 200 && status < 300).length,
    refused: since.filter(({ status }) => status === 429).length,
    failed: since.filter(({ status }) => status === 0 || status >= 500).length,
    logins: statusCounts(logins),
    uncounted: during.filter(({ counted }) => !counted).length / during.length,
    above: { sent: above.length, passed: above.filter(({ status }) => status < 300).length },
    addedP99:
      p99(during.filter(({ at }) => at >= began + findingOut)) -
      p99(open.filter(({ at }) => at < began)),
    recovery: lastUncounted ? lastUncounted.at - ended : 0,
  };
}

function p99(samples: readonly Sample[]): number {
  return quantile(
    samples.map(({ ms }) => ms),
    0.99,
  );
}

function statusCounts(samples: readonly Sample[]): string {
  const groups = Map.groupBy(samples, ({ status }) => status);
  return [...groups].map(([status, of]) => `${of.length} × ${status || 'none'}`).join(', ');
}
