import type { z } from 'zod';
import type { TransferNode } from './resource.ts';
import type { Restoring } from './restoring.ts';

const maxFaults = 3;

/** Checks what a node holds; tells what is wrong, without the values, and gives `undefined` then. */
export function checked<S extends z.ZodType>(
  schema: S,
  node: TransferNode,
  value: unknown,
  restoring: Restoring,
): z.output<S> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.slice(0, maxFaults).map(({ path, message }) => {
    return `${path.join('.').slice(0, 80)} ${message.slice(0, 120)}`.trim();
  });
  restoring.tell(node, `It was left out: ${faults.join('; ')}.`);
  return undefined;
}
