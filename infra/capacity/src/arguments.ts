import type { EnvironmentText } from '@recipe-book/settings';
import { ArgumentError } from './argument-error.ts';
import { type Assumptions, usualAssumptions } from './assumptions.ts';
import { type Mix, readMix, usualMix } from './mix.ts';

/** What `make capacity` is asked. */
export interface Arguments {
  /** Requests a second. */
  readonly rates: readonly number[];
  readonly mix: Mix;
  readonly assumptions: Assumptions;
}

/** A hundred times what is planned by default: pods are dealt to nodes one by one. */
const mostRate = 10_000_000;

/**
 * Reads RPS (one rate or several), MIX, UTILISATION (percent) and NODE_CORES.
 * @throws ArgumentError that names what cannot be used.
 */
export function readArguments(text: EnvironmentText): Arguments {
  const { RPS = '10000,100000', MIX, UTILISATION = '60', NODE_CORES = '7.5' } = text;
  const rates = RPS.split(',').map(Number);
  if (!rates.every((rate) => rate >= 1 && rate <= mostRate)) {
    throw new ArgumentError(
      `RPS is "${RPS}"; it must be requests a second from 1 to ${mostRate}, such as 10000 or 500,2000.`,
    );
  }
  const percent = Number(UTILISATION);
  if (!(percent >= 1 && percent <= 99)) {
    throw new ArgumentError(`UTILISATION is "${UTILISATION}"; it must be percent from 1 to 99.`);
  }
  const cores = Number(NODE_CORES);
  if (!(cores > 0 && Number.isFinite(cores))) {
    throw new ArgumentError(`NODE_CORES is "${NODE_CORES}"; it must be a number above 0.`);
  }
  return {
    rates,
    mix: MIX ? readMix(MIX) : usualMix,
    assumptions: { ...usualAssumptions, utilisation: percent / 100, node: { cores } },
  };
}
