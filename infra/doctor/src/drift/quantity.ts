/** Suffixes of Kubernetes quantities as powers: of ten, of 1024. */
const decimal = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const shape = /^([+-]?\d+)(?:\.(\d*))?(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/;

/** In billionths, the smallest part that a quantity can have; none for other text. */
function nano(text: string): bigint | undefined {
  const [, whole, fraction = '', exponent, suffix = ''] = shape.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = BigInt(whole + fraction);
  const power = 9 + Number(exponent?.slice(1) ?? 0) - fraction.length;
  if (Math.abs(power) > 100) return undefined;
  if (suffix.endsWith('i')) return scale(digits * 1024n ** BigInt(binary.indexOf(suffix)), power);
  return scale(digits, power + 3 * (decimal.indexOf(suffix) - decimal.indexOf('')));
}

function scale(digits: bigint, power: number): bigint {
  return power < 0 ? digits / 10n ** BigInt(-power) : digits * 10n ** BigInt(power);
}

/** True when two quantities are the same amount, such as `1000m` and `1`, or `0.5Gi` and `512Mi`. */
export function sameQuantity(a: unknown, b: unknown): boolean {
  const amount = nano(String(a));
  return amount !== undefined && amount === nano(String(b));
}
