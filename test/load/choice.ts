import { type ScenarioName, sizes } from './sizes.ts';

/** What is to be done. */
export interface Choice {
  readonly scenario: ScenarioName;
  /** How long it goes on, without what comes before. */
  readonly minutes: number;
}

/** Those whose length is free. */
const free: readonly string[] = ['users', 'soak'];
const longest = 24 * 60;

/** Reads SCENARIO and MINUTES. @returns a sentence when they cannot be. */
export function choiceOf(env: Readonly<Record<string, string | undefined>>): Choice | string {
  const { SCENARIO, MINUTES } = env;
  const known = Object.keys(sizes) as ScenarioName[];
  const scenario = known.find((name) => name === SCENARIO);
  if (!scenario) {
    return `SCENARIO is "${SCENARIO ?? ''}"; it must be one of ${known.join(', ')}.`;
  }
  if (!MINUTES) return { scenario, minutes: sizes[scenario].minutes };
  if (!free.includes(scenario)) {
    return `MINUTES is set, but ${scenario} has a length of its own: leave it away.`;
  }
  const minutes = Number(MINUTES);
  if (minutes > 0 && minutes <= longest) return { scenario, minutes };
  return `MINUTES is "${MINUTES}"; it must be a number above 0, and ${longest} at most.`;
}
