import { metrics, streamFor } from './emitted/metrics.ts';

/**
 * Answers to clients, counted by Envoy: where the app is gone, users have errors that it knows nothing of. Each
 * pod has few series of them, so little is lost at the beginning of each.
 */
export const answers = streamFor(metrics.edgeRequests);
/** Those that were errors, whoever made them. */
export const errorAnswers = `${answers}{status_class="5xx"}`;

/** What is promised: so large a share of the answers are no errors (5xx). */
export const objective = 0.999;
/** What may go wrong. */
export const budget = 0.001;

/**
 * Share of the answers that were no errors. It counts the good ones, since where nothing has failed there is
 * no series of failures, and no line either.
 * @param window as PromQL writes it, such as `5m`.
 */
export function goodShare(window: string): string {
  return `${grown(`${answers}{status_class!="5xx"}`, window)} / ${grown(answers, window)}`;
}

/** How many times faster than the promise allows answers fail; nothing where none has failed. */
export function burnRate(window: string): string {
  return `${grown(errorAnswers, window)} / ${grown(answers, window)} / ${budget}`;
}

function grown(selector: string, window: string): string {
  return `sum(increase(${selector}[${window}]))`;
}
