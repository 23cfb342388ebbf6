import { count } from '../about/words.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { type Finding, groups, type Level } from '../finding.ts';
import { type Folded, fold } from './fold.ts';

const marks: Readonly<Record<Level, string>> = { error: '✗', warning: '!' };

/** For people: one line a group, and beneath it what is wrong there and what to do. */
export function textReport({ namespace, environment, checks }: Diagnosis): string {
  const parts = groups.map((group) => {
    const found = checks
      .filter((check) => check.group === group)
      .flatMap(({ findings }) => findings)
      .toSorted((a, b) => a.level.localeCompare(b.level));
    return [headline(group, found), ...fold(found).flatMap(lines)].join('\n');
  });
  return [`Namespace ${namespace}, by the manifests of ${environment}`, ...parts].join('\n');
}

function headline(group: string, findings: readonly Finding[]): string {
  const name = `  ${group.padEnd(14)}`;
  const counts = (['error', 'warning'] as const).flatMap((level) => {
    const number = findings.filter((finding) => finding.level === level).length;
    return number > 0 ? [count(number, level)] : [];
  });
  if (counts.length === 0) return `${name} ✓`;
  return `${name} ${marks[findings[0]?.level ?? 'warning']} ${counts.join(', ')}`;
}

function lines({ level, objects, what, remedy, details = [] }: Folded): string[] {
  const [first, ...others] = objects;
  return [
    `    ${marks[level]} ${first}: ${what}`,
    ...(others.length > 0 ? [`      also ${others.join(', ')}`] : []),
    ...details.map((line) => `      │ ${line}`),
    `      → ${remedy}`,
  ];
}
