import type { z } from 'zod';
import { daysFrom } from './dates.ts';

/** Longest plan, days. */
const maxDays = 366;

interface Plan {
  readonly startDate: string;
  readonly endDate: string;
  readonly slots: readonly { readonly date: string }[];
}

type Problems = Pick<z.core.$RefinementCtx, 'addIssue'>;

/** A plan ends on its first day or later, and all its slots lie within it. */
export function checkPlan({ startDate, endDate, slots }: Plan, problems: Problems): void {
  checkPeriod(startDate, endDate, 'endDate', 'startDate', problems);
  if (daysFrom(startDate, endDate) > maxDays) {
    problems.addIssue({
      code: 'custom',
      path: ['endDate'],
      message: `must be at most ${maxDays} days after startDate`,
    });
  }
  for (const [index, { date }] of slots.entries()) {
    if (date >= startDate && date <= endDate) continue;
    problems.addIssue({
      code: 'custom',
      path: ['slots', index, 'date'],
      message: 'must lie between startDate and endDate',
    });
  }
}

/** @param endName name of the field that is wrong when the end is before the start. */
export function checkPeriod(
  start: string | undefined,
  end: string | undefined,
  endName: string,
  startName: string,
  problems: Problems,
): void {
  if (start === undefined || end === undefined || end >= start) return;
  problems.addIssue({
    code: 'custom',
    path: [endName],
    message: `must not be before ${startName}`,
  });
}
