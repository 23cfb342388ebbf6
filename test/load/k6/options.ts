import type { Options } from 'k6/options';
import { environment } from './environment.ts';

/** What all scenarios have in common. */
export const usual: Options = {
  // A browser keeps its cookies, and with them the session.
  noCookiesReset: true,
  systemTags: ['name', 'status', 'scenario', 'expected_response', 'error_code'],
  summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max', 'count'],
};

/** k6 asks a program for this at its end: how each target was met, for the report. */
export function handleSummary({ metrics }: { readonly metrics: object }): Record<string, string> {
  return { [environment.summary]: JSON.stringify(metrics) };
}
