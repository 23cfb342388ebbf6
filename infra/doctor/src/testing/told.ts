import type { Diagnosis } from '../diagnosis.ts';

/** Every finding as `check: object what`. */
export function told({ checks }: Pick<Diagnosis, 'checks'>): string[] {
  return checks.flatMap(({ check, findings }) =>
    findings.map(({ object, what }) => `${check}: ${object} ${what}`),
  );
}
