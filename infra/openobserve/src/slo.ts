import { metrics, streamFor } from './emitted/metrics.ts';

const answers = streamFor(metrics.requestDuration, 'count');

/** What is promised: so large a share of the answers of the app are no errors (5xx). */
export const objective = 0.999;
/** What may go wrong. */
export const budget = 0.001;

/**
 * Share of the answers that were no errors. It counts the good ones, since where nothing has failed there is
 * no series of failures, and no line either.
 * @param window as PromQL writes it, such as `5m`.
 */
export function goodShare(window: string): string {
  return `${grown('{http_response_status_code!~"5.."}', window)} / ${grown('', window)}`;
}

/** How many times faster than the promise allows answers fail; nothing where none has failed. */
export function burnRate(window: string): string {
  return `${grown('{http_response_status_code=~"5.."}', window)} / ${grown('', window)} / ${budget}`;
}

function grown(labels: string, window: string): string {
  return `sum(increase(${answers}${labels}[${window}]))`;
}
