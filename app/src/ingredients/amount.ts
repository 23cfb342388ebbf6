import { matchAt, type ReadNumber, readNumber } from './numbers.ts';
import { findUnit, type Unit } from './units.ts';

/** The first part of a line: how much. */
export interface Amount {
  readonly quantity?: number;
  readonly quantityMax?: number;
  readonly unit?: Unit;
  /** What was said about the amount, such as `about`, or the size of a can. */
  readonly notes: readonly string[];
  /** Where the name begins. */
  readonly end: number;
  /** Where the name begins when it turns out that the word taken for a unit is the name: `2 cloves`. */
  readonly endWithoutUnit: number;
}

const about = /(?:about|approx(?:imately|\.)?|around|ca\.|circa|roughly|up to|at least|~) ?/iy;
const range = / ?[-–—] ?| (?:to|or) /iy;
const unitWord = /[ -]?([\p{L}]{1,14}\.?(?: (?:oz|ounces?)(?!\p{L}))?)(?![\p{L}'’])\.?/iuy;
const unitAlone = /[ -]?(\p{L}{1,14})(?![\p{L}'’-])\.?/iuy;
const adjective =
  / (heaping|heaped|scant|generous|level|rounded|good|big|small|medium|large)(?= )/iy;
const times = / ?[x×] ?/iy;
const size = / /y;
const parentheses = / ?\(([^()]{1,80})\)/y;
const alternative = / ?\/ ?/y;
const addition = / (?:plus|and|\+) /iy;
const article = /an? (?=\p{L})/iuy;
const preposition = / of /iy;

/** Reads the amount at the start of a line; `undefined` when there is none. */
export function readAmount(text: string): Amount | undefined {
  const prefix = matchAt(about, text, 0);
  const start = prefix?.[0].length ?? 0;
  const first = readNumber(text, start) ?? readArticle(text, start);
  if (!first) return prefix ? undefined : readBareUnit(text);
  const notes = prefix ? [prefix[0].trim().toLowerCase().replace('~', 'about')] : [];
  return readSized(text, first, notes) ?? readMeasured(text, first, notes);
}

/** `1 (14 oz) can`, `1 14-ounce can`, `4 x 125 g`, `1/4-inch piece`: a count and a size. */
function readSized(text: string, count: ReadNumber, notes: string[]): Amount | undefined {
  const inside = matchAt(parentheses, text, count.end);
  if (inside?.[1]) {
    return withUnit(text, count, parentheses.lastIndex, [...notes, inside[1].trim()]);
  }
  const sign = matchAt(times, text, count.end);
  const from = sign ? times.lastIndex : matchAt(size, text, count.end) ? size.lastIndex : undefined;
  const number = from === undefined ? undefined : readNumber(text, from);
  if (from !== undefined && number) {
    const unit = readUnit(text, number.end);
    if (!unit?.unit.measure) return undefined;
    return withUnit(text, count, unit.end, [...notes, text.slice(from, unit.end)]);
  }
  if (text.charAt(count.end) !== '-') return undefined;
  const unit = readUnit(text, count.end);
  if (!unit?.unit.measure) return undefined;
  const piece = { value: 1, end: unit.end };
  return withUnit(text, piece, unit.end, [...notes, text.slice(0, unit.end)]);
}

/** `2 cups`, `2-3 cups`, `2 cups to 3 cups`, `500 ml/18 fl oz`, `1 cup plus 2 tbsp`. */
function readMeasured(text: string, first: ReadNumber, notes: string[]): Amount {
  const upTo = readMost(text, first.end, first.value);
  const amount = withUnit(text, first, upTo?.end ?? first.end, notes);
  if (!amount.unit) return { ...amount, ...(upTo && { quantityMax: upTo.value }) };
  const most = upTo ?? readMost(text, amount.end, first.value, amount.unit);
  return withMore(text, { ...amount, ...(most && { quantityMax: most.value }) }, most);
}

/** Takes `/18 fl oz` and `plus 2 tbsp` into the notes. */
function withMore(text: string, amount: Amount, most: ReadNumber | undefined): Amount {
  const end = Math.max(amount.end, most?.end ?? 0);
  const slash = matchAt(alternative, text, end);
  const sign = slash ?? matchAt(addition, text, end);
  const number = sign && readNumber(text, end + sign[0].length);
  const unit = number && readUnit(text, number.end);
  if (!sign || !unit?.unit.measure) return { ...amount, end };
  const note = text.slice(slash ? end + sign[0].length : end, unit.end).trim();
  return { ...amount, notes: [...amount.notes, note], end: unit.end };
}

/** The other end of a range: a larger number, and the same unit when there was one before. */
function readMost(text: string, at: number, least: number, unit?: Unit): ReadNumber | undefined {
  if (!matchAt(range, text, at)) return undefined;
  const most = readNumber(text, range.lastIndex);
  if (!most || most.value <= least) return undefined;
  if (!unit) return most;
  const same = readUnit(text, most.end);
  return same?.unit === unit ? { value: most.value, end: same.end } : undefined;
}

/** Reads the unit after a count, perhaps with a word that describes it: `1 heaped tbsp`. */
function withUnit(text: string, count: ReadNumber, at: number, notes: string[]): Amount {
  const described = readDescribedUnit(text, at);
  const found = described ?? readUnit(text, at);
  return {
    quantity: count.value,
    ...(found && { unit: found.unit }),
    notes: described ? [...notes, described.adjective] : notes,
    end: found?.end ?? at,
    endWithoutUnit: at,
  };
}

function readDescribedUnit(text: string, at: number) {
  const word = matchAt(adjective, text, at)?.[1]?.toLowerCase();
  const found = word === undefined ? undefined : readUnit(text, adjective.lastIndex);
  return word !== undefined && found ? { ...found, adjective: word } : undefined;
}

/** The longest unit that stands here: `fl oz` before `fl`. */
function readUnit(text: string, at: number): { unit: Unit; end: number } | undefined {
  for (const pattern of [unitWord, unitAlone]) {
    const name = matchAt(pattern, text, at)?.[1];
    const unit = name === undefined ? undefined : findUnit(name);
    if (unit) return { unit, end: pattern.lastIndex };
  }
  return undefined;
}

/** `a pinch of salt` is one pinch and `an onion` one onion, but `a little oil` is no amount. */
function readArticle(text: string, at: number): ReadNumber | undefined {
  const found = matchAt(article, text, at);
  if (!found) return undefined;
  const end = article.lastIndex;
  const inner = readNumber(text, end);
  if (inner) return inner;
  const isOne = found[0].length === 3 || readUnit(text, end) || readDescribedUnit(text, end - 1);
  return isOne ? { value: 1, end: end - 1 } : undefined;
}

/** `Pinch of nutmeg` is one pinch. */
function readBareUnit(text: string): Amount | undefined {
  const found = readUnit(text, 0);
  if (!found || found.unit.measure || !matchAt(preposition, text, found.end)) return undefined;
  return { quantity: 1, unit: found.unit, notes: [], end: found.end, endWithoutUnit: 0 };
}
