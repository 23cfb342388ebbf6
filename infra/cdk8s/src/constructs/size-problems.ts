import { bytesOf } from './bytes.ts';
import type { Size } from './size.ts';

/** Processors, or thousandths of them; not 0, which an autoscaler could not take a part of. */
const cpuShape = /^(?!0+(\.0+)?m?$)(\d+(\.\d{1,3})?|\d+m)$/;

/** What the size of a container cannot be, one sentence each. @param name what the sentences call it. */
export function sizeProblems(name: string, { cpu, memory, memoryLimit, disk }: Size): string[] {
  return [
    ...cpuProblems(name, cpu),
    ...memoryProblems(name, memory, memoryLimit),
    ...(disk === undefined ? [] : bytesProblems(name, disk)),
  ];
}

/** What requested CPU cannot be. */
export function cpuProblems(name: string, cpu: string): string[] {
  if (cpuShape.test(cpu)) return [];
  return [`${name} asks for "${cpu}" of CPU; allowed: a number such as 250m, 0.5 or 2.`];
}

function memoryProblems(name: string, memory: string, limit: string): string[] {
  const problems = [...bytesProblems(name, memory), ...bytesProblems(name, limit)];
  if (problems.length > 0) return problems;
  if ((bytesOf(memory) ?? 0) <= (bytesOf(limit) ?? 0)) return [];
  return [`${name} asks for ${memory} of memory, which is more than its limit of ${limit}.`];
}

/** What a size of memory or of a disk cannot be. */
export function bytesProblems(name: string, text: string): string[] {
  if (bytesOf(text) !== undefined) return [];
  return [`${name} holds "${text}"; allowed: a whole number with Mi or Gi, such as 512Mi.`];
}
