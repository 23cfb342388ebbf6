/** What is asked for cannot be measured; the message says why and what to do. */
export class EffortError extends Error {}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a variable may be. */
interface Allowed {
  /** When it is not set. */
  readonly standard: number;
  readonly least: number;
  readonly most: number;
  /** Whether it may have a fraction; default: whole numbers alone. */
  readonly fraction?: boolean;
  /** Why less is of no use, when that is not plain; ends the message about less. */
  readonly why?: string;
}

/** How much of something is measured. @throws EffortError */
export function numberOf(
  name: string,
  { standard, least, most, fraction = false, why }: Allowed,
  env: Environment = process.env,
): number {
  const text = env[name];
  if (!text) return standard;
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const right = value >= least && value <= most && (fraction || Number.isInteger(value));
  if (right) return value;
  const kind = fraction ? 'number' : 'whole number';
  const reason = why !== undefined && value < least ? `: ${why}` : '';
  throw new EffortError(
    `${name} is "${text}"; it must be a ${kind} from ${least} to ${most}${reason}.`,
  );
}

/** Those that a variable names, with commas between them; all when it is not set. @throws EffortError */
export function chosenOf<T extends { readonly name: string }>(
  name: string,
  all: readonly T[],
  env: Environment = process.env,
): readonly T[] {
  const text = env[name];
  if (!text) return all;
  return text.split(',').map((part) => {
    const found = all.find((one) => one.name === part.trim());
    if (found) return found;
    const known = all.map((one) => one.name).join(', ');
    throw new EffortError(`${name} names "${part}"; it must be some of ${known}.`);
  });
}
