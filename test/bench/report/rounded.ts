export function rounded(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
