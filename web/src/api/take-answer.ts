import { begun, longest } from '../early/begun.ts';

/**
 * What the answer to a GET said, once, if it has been read already: so the first that React draws has it. Typed by the
 * caller after the API's contract.
 */
export function takeRead<T>(path: string): T | undefined {
  return begun.read && takeAnswer(path) ? (begun.read as T) : undefined;
}

/** The answer to a GET, once. */
export function takeAnswer(path: string): Promise<Response | undefined> | undefined {
  if (path !== begun.path || performance.now() > longest) return undefined;
  const { answer } = begun;
  begun.answer = undefined;
  return answer;
}
