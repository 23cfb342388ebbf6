import { readFileSync } from 'node:fs';

/** Resident memory of a program, MiB (proc(5), VmRSS of `status`, in KiB). */
export function memoryOf(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}
