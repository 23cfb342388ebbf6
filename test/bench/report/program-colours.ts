import type { Program } from '@recipe-book/capacity';

/**
 * The colour of each program in all plots. Each stands out from a white and from a dark ground (at least 3 to 1), and
 * from the others for people with any colour blindness.
 */
const colours: Readonly<Record<Program, string>> = {
  app: '#18a860',
  envoy: '#1860c0',
  collector: '#c00078',
  ratelimit: '#906018',
  redis: '#a878d8',
  database: '#9000ff',
};

/** A program as tables call it: some with a capital. */
export type ProgramName = Program | Capitalize<Program>;

/** The same, whichever way it is called. */
export const programColours: Readonly<Record<ProgramName, string>> = {
  ...colours,
  App: colours.app,
  Envoy: colours.envoy,
  Collector: colours.collector,
  Ratelimit: colours.ratelimit,
  Redis: colours.redis,
  Database: colours.database,
};
