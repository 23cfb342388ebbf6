import type { z } from 'zod';
import { HttpProblem, type InputError, invalidInput } from './problem.ts';

/** Errors named in one answer: a short body must not make a long answer. */
const maxErrors = 100;

/**
 * Checks input against a schema.
 * @throws HttpProblem (400) that names every field that is wrong, but none of the values: they may be secret.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw invalidInput(result.error.issues.flatMap(toErrors).slice(0, maxErrors));
}

/**
 * Checks what stands in the path of a request.
 * @throws HttpProblem (404): nothing can be there.
 */
export function parsePath<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const reasons = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new HttpProblem(404, `There is nothing here: ${reasons.join(', ')}.`);
}

function toErrors(issue: z.core.$ZodIssue): InputError[] {
  const at = (...more: string[]) => [...issue.path.map(String), ...more].join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: at(key), message: 'There is no such field.' }));
  }
  return [{ path: at(), message: issue.message }];
}
