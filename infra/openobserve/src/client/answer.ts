import { AccessError, OpenObserveError } from './errors.ts';

/** An answer as it came; errors are often plain text, whatever was asked for. */
export interface Answer {
  readonly status: number;
  /** Parsed when it is JSON, else the text. */
  readonly body: unknown;
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    return { status: response.status, body: text };
  }
}

/**
 * What is wrong with an answer, as an error with one sentence.
 * @param safe takes secrets out of what the answer says.
 */
export function refusal(
  { status, body }: Answer,
  what: string,
  where: string,
  safe: (text: string) => string,
): OpenObserveError {
  if (status >= 300 && status < 400) {
    return new AccessError(
      `OpenObserve at ${where} sends on to another address: set OPENOBSERVE_URL to the one that it answers at itself.`,
      status,
    );
  }
  if (status === 401) {
    return new AccessError(
      `OpenObserve at ${where} does not accept OPENOBSERVE_USERNAME with OPENOBSERVE_PASSWORD: give those of a user that may sign in.`,
      status,
    );
  }
  if (status === 403) {
    return new AccessError(
      `OpenObserve at ${where} does not let OPENOBSERVE_USERNAME change anything: give a user with the right to.`,
      status,
    );
  }
  if (status === 404 && body === 'Organization not found') {
    return new AccessError(
      `OpenObserve at ${where} has no such organization: set OPENOBSERVE_ORG to one that it has.`,
      status,
    );
  }
  return new OpenObserveError(`${what} was answered ${status}: ${messageOf(body, safe)}`, status);
}

function messageOf(body: unknown, safe: (text: string) => string): string {
  const message =
    typeof body === 'object' && body !== null && 'message' in body ? body.message : body;
  const text = typeof message === 'string' ? message : '';
  // Before it is cut, so that no half of a secret is left; what steers a terminal has no place in it.
  const printable = safe(text).replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
  return printable.trim().slice(0, 300) || 'no reason is given.';
}
