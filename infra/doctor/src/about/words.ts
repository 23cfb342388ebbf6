/** `1 pod`, `2 pods`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A length of time in its largest whole unit. @param milliseconds at least 0. */
export function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  for (const [unit, size] of [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const) {
    if (seconds >= 2 * size) return count(Math.floor(seconds / size), unit);
  }
  return count(seconds, 'second');
}

/** Text on one line, without a full stop at its end, so that a sentence can go on after it. */
export function clause(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '') || 'no reason is given';
}
