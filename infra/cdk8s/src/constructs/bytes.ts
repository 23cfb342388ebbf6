const units = { Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3, Ti: 1024 ** 4 };

/** A size of memory or of a disk in bytes; `undefined` when it is no whole number with Ki, Mi, Gi or Ti. */
export function bytesOf(quantity: string): number | undefined {
  const [, count, unit] = /^([1-9]\d*)(Ki|Mi|Gi|Ti)$/.exec(quantity) ?? [];
  if (count === undefined) return undefined;
  return Number(count) * units[unit as keyof typeof units];
}
