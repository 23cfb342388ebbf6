import type { Finding } from '../finding.ts';

/** A finding that several objects share. */
export interface Folded extends Omit<Finding, 'object'> {
  readonly objects: readonly string[];
}

/** Tells the same of several objects only once. Of pods that are alike one log is enough. */
export function fold(findings: readonly Finding[]): Folded[] {
  const folded = new Map<string, Folded & { objects: string[] }>();
  for (const { object, ...rest } of findings) {
    const { details: _, ...told } = rest;
    const key = JSON.stringify(object.startsWith('Pod ') ? told : rest);
    const same = folded.get(key);
    if (same) same.objects.push(object);
    else folded.set(key, { ...rest, objects: [object] });
  }
  return [...folded.values()];
}
