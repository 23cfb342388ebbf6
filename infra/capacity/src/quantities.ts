import { bytesOf } from '@recipe-book/cdk8s';

/** Least CPU that containers ask for here, and what it grows by, thousandths of a core. */
const step = 50;

/**
 * CPU as Kubernetes writes it, such as `250m` or `0.5`, in thousandths of a core.
 * @throws Error that says what it must look like.
 */
export function milliOf(text: string): number {
  const [, count, thousandths] = /^(\d+(?:\.\d+)?)(m?)$/.exec(text) ?? [];
  if (count === undefined) {
    throw new Error(`"${text}" is no amount of CPU; write a number such as 250m, 0.5 or 2.`);
  }
  return thousandths ? Number(count) : Number(count) * 1000;
}

/** Cores in thousandths, rounded up to what a request is written in. */
export function milliFor(cores: number): number {
  return Math.max(1, Math.ceil((cores * 1000) / step)) * step;
}

/**
 * Memory as Kubernetes writes it, such as `64Mi`, in bytes.
 * @throws Error that says what it must look like.
 */
export function memoryOf(text: string): number {
  const bytes = bytesOf(text);
  if (bytes === undefined) {
    throw new Error(`"${text}" is no size; write a whole number with Mi or Gi, such as 512Mi.`);
  }
  return bytes;
}

/**
 * The number behind a flag of a command line.
 * @throws Error when the flag or its number is missing.
 */
export function numberAfter(words: readonly string[], flag: string): number {
  const at = words.indexOf(flag);
  const number = at < 0 ? Number.NaN : Number(words[at + 1]);
  if (Number.isNaN(number)) {
    throw new Error(`Envoy's command line has no ${flag} with a number: ${words.join(' ')}`);
  }
  return number;
}
