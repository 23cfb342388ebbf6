import { metrics } from '@opentelemetry/api';
import { instrumentationScope } from './names.ts';

interface CounterOptions<V extends string> {
  /** What the values of the label say. */
  readonly label: string;
  /** All that it can be. */
  readonly values: readonly V[];
  readonly description: string;
  readonly unit: string;
}

/**
 * Makes a counter with one label. Each of its series begins at zero: what queries call an increase does not
 * include the value that a series begins with, so the first of what is rare would never be seen.
 * @returns to be called for each thing that is counted.
 */
export function counter<V extends string>(
  name: string,
  { label, values, ...options }: CounterOptions<V>,
): (value: V) => void {
  const counter = metrics.getMeter(instrumentationScope).createCounter(name, options);
  for (const value of values) counter.add(0, { [label]: value });
  return (value) => counter.add(1, { [label]: value });
}
