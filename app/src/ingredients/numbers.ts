/** A number that was read from a line, and where it ends there. */
export interface ReadNumber {
  readonly value: number;
  readonly end: number;
}

/** Unicode's fractions. */
const vulgar: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅐': 1 / 7,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
  '⅑': 1 / 9,
  '⅒': 1 / 10,
};

const words: Readonly<Record<string, number>> = {
  half: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
};

// Every pattern is anchored (`y`) and its repetitions are bounded, so that each takes constant time.
const thousands = /(\d{1,3}),(\d{3})(?![\d,.])/y;
const decimal = /(?:\d{1,7}[.,]|\.)\d{1,4}(?!\d)/y;
const fraction = /(\d{1,4}) ?\/ ?(\d{1,4})(?![\d/])/y;
const integer = /\d{1,7}(?!\d)/y;
const joint = /(?: ?- ?| )?(?:(?:and|&|\+) ?)?(a )?/y;
const word = /[a-z]{3,6}(?![\p{L}\d-])/iuy;
const article = / an?(?= )/y;
const dozen = / dozen(?![\p{L}-])/iuy;

/** Matches an anchored pattern at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Quantities are kept to four decimals: enough for every fraction that cooks use. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Reads `2`, `1.5`, `1,5`, `1,000`, `1/2`, `½`, `1 1/2`, `1½`, `two`, `half a`, `2 dozen` and the like. */
export function readNumber(text: string, at: number): ReadNumber | undefined {
  const read = readPlain(text, at) ?? readWord(text, at);
  if (!read || read.value <= 0 || read.value > 1_000_000) return undefined;
  const times = matchAt(dozen, text, read.end);
  const value = rounded(times ? read.value * 12 : read.value);
  return { value, end: read.end + (times?.[0].length ?? 0) };
}

function readPlain(text: string, at: number): ReadNumber | undefined {
  const grouped = matchAt(thousands, text, at);
  if (grouped) return { value: Number(`${grouped[1]}${grouped[2]}`), end: thousands.lastIndex };
  const broken = matchAt(decimal, text, at);
  if (broken) return { value: Number(broken[0].replace(',', '.')), end: decimal.lastIndex };
  const part = readFraction(text, at);
  if (part) return part;
  const whole = matchAt(integer, text, at);
  if (!whole) return undefined;
  const end = integer.lastIndex;
  const joined = matchAt(joint, text, end);
  const next = end + (joined?.[0].length ?? 0);
  // `11/2` is no mixed number, and `1 and a half` is one; only what is below one makes one.
  const rest = readFraction(text, next, next > end) ?? (joined?.[1] && readWord(text, next));
  if (rest && rest.value < 1) return { value: Number(whole[0]) + rest.value, end: rest.end };
  return { value: Number(whole[0]), end };
}

/** @param digits whether a fraction written in digits may stand here. */
function readFraction(text: string, at: number, digits = true): ReadNumber | undefined {
  const sign = vulgar[text.charAt(at)];
  if (sign !== undefined) return { value: sign, end: at + 1 };
  const parts = digits ? matchAt(fraction, text, at) : null;
  if (!parts) return undefined;
  const value = Number(parts[1]) / Number(parts[2]);
  return Number.isFinite(value) ? { value, end: fraction.lastIndex } : undefined;
}

function readWord(text: string, at: number): ReadNumber | undefined {
  const name = matchAt(word, text, at)?.[0].toLowerCase() ?? '';
  if (!Object.hasOwn(words, name)) return undefined;
  const value = words[name];
  if (value === undefined) return undefined;
  const end = at + name.length;
  // "half a cup", "half an onion"
  const skipped = value < 1 ? (matchAt(article, text, end)?.[0].length ?? 0) : 0;
  return { value, end: end + skipped };
}
