/** A length of time that a text names. */
export interface FoundTime {
  /** Where it stands in the text; `end` is where the text goes on. */
  readonly start: number;
  readonly end: number;
  /** The least of a range: that is when the cook has to look. */
  readonly seconds: number;
}

/** The longest time that somebody sets a timer for, seconds: a day. */
const longest = 24 * 60 * 60;

const fractions: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅛': 1 / 8,
};

/** Numbers in English and German words, and what they are worth. Each stands in both places of `time` too. */
const words: readonly (readonly [pattern: RegExp, value: number])[] = [
  [/^(?:(?:a |one )?half an?)$/, 0.5],
  [/^(?:(?:an?|one) half)$/, 0.5],
  [/^(?:half)$/, 0.5],
  [/^(?:three[ -]quarters of an)$/, 0.75],
  [/^(?:(?:a )?quarter of an)$/, 0.25],
  [/^(?:(?:eine[r]? )?halben?)$/, 0.5],
  [/^(?:(?:eine[r]? )?dreiviertel)$/, 0.75],
  [/^(?:(?:eine[r]? )?viertel)$/, 0.25],
  [/^(?:anderthalb)$/, 1.5],
  [/^(?:ein(?:und)?einhalb)$/, 1.5],
  [/^(?:zwei(?:und)?einhalb)$/, 2.5],
  [/^(?:an?|one|eine[rmn]?|ein)$/, 1],
  [/^(?:two|zwei)$/, 2],
  [/^(?:three|drei)$/, 3],
  [/^(?:four|vier)$/, 4],
  [/^(?:fifteen|fünfzehn)$/, 15],
  [/^(?:five|fünf)$/, 5],
  [/^(?:six|sechs)$/, 6],
  [/^(?:seven|sieben)$/, 7],
  [/^(?:eight|acht)$/, 8],
  [/^(?:nine|neun)$/, 9],
  [/^(?:ten|zehn)$/, 10],
  [/^(?:eleven|elf)$/, 11],
  [/^(?:twelve|zwölf)$/, 12],
  [/^(?:twenty|zwanzig)$/, 20],
  [/^(?:thirty|dreißig|dreissig)$/, 30],
  [/^(?:forty[ -]five|fünfundvierzig)$/, 45],
  [/^(?:forty|vierzig)$/, 40],
  [/^(?:fifty|fünfzig)$/, 50],
  [/^(?:sixty|sechzig)$/, 60],
  [/^(?:ninety|neunzig)$/, 90],
];

const isDigits = /^[\d½⅓⅔¼¾⅛]/;

/**
 * One number in digits or words, or a range of two, with a unit, in small letters: to read it for letters of both sizes takes
 * a browser several times as long (the flags `i` and `u` together). Of two words that begin alike the longer comes first.
 * No letter may follow, as in "Minutensteak", nor a digit, as in "1h30"; and a "minute steak" is no time. It stands here
 * as one piece, numbers twice, so that a test (recipe-import/hostile.test.ts) can read it and prove that it takes linear time:
 * every repetition in it is bounded.
 */
const time =
  /(?<![\p{L}\d.,:/-])(?<least>(?:\d{1,4}(?:[.,]\d{1,2})?(?: ?[½⅓⅔¼¾⅛]| [1-3]\/[2-8])?|[½⅓⅔¼¾⅛]|[1-3]\/[2-8]|(?:a |one )?half an?|(?:an?|one) half|half|three[ -]quarters of an|(?:a )?quarter of an|(?:eine[r]? )?halben?|(?:eine[r]? )?dreiviertel|(?:eine[r]? )?viertel|anderthalb|ein(?:und)?einhalb|zwei(?:und)?einhalb|an?|one|eine[rmn]?|ein|two|zwei|three|drei|four|vier|fifteen|fünfzehn|five|fünf|six|sechs|seven|sieben|eight|acht|nine|neun|ten|zehn|eleven|elf|twelve|zwölf|twenty|zwanzig|thirty|dreißig|dreissig|forty[ -]five|fünfundvierzig|forty|vierzig|fifty|fünfzig|sixty|sechzig|ninety|neunzig))(?<half> and a half)?(?:(?: ?[-–—] ?| (?:to|or|bis|oder) )(?<most>(?:\d{1,4}(?:[.,]\d{1,2})?(?: ?[½⅓⅔¼¾⅛]| [1-3]\/[2-8])?|[½⅓⅔¼¾⅛]|[1-3]\/[2-8]|(?:a |one )?half an?|(?:an?|one) half|half|three[ -]quarters of an|(?:a )?quarter of an|(?:eine[r]? )?halben?|(?:eine[r]? )?dreiviertel|(?:eine[r]? )?viertel|anderthalb|ein(?:und)?einhalb|zwei(?:und)?einhalb|an?|one|eine[rmn]?|ein|two|zwei|three|drei|four|vier|fifteen|fünfzehn|five|fünf|six|sechs|seven|sieben|eight|acht|nine|neun|ten|zehn|eleven|elf|twelve|zwölf|twenty|zwanzig|thirty|dreißig|dreissig|forty[ -]five|fünfundvierzig|forty|vierzig|fifty|fünfzig|sixty|sechzig|ninety|neunzig)))?[ -]?(?<unit>hours?|hrs?|h|stunden?|std|minutes?|minuten?|mins?|seconds?|secs?|sekunden?|sek|s)(?![\p{L}\d]|[ -]steak)(?<more> and a (?:half|quarter))?/gu;
/** What may stand between "1 hour" and "30 minutes". */
const between = /(?:,? (?:and |und |plus )?)(?=[\p{L}\d½¼¾])/uy;

/**
 * Finds the times that a text names, in English and German: `10 minutes`, `1½ hours`, `10–12 min`,
 * `1 Stunde 30 Minuten`, `half an hour`. They come in their order and never overlap.
 */
export function findTimes(text: string): FoundTime[] {
  return timesIn(text.replace(/[A-ZÄÖÜ]/g, (letter) => letter.toLowerCase()));
}

/** @param text in small letters, each at its place: `toLowerCase` makes two characters of some. */
function timesIn(text: string): FoundTime[] {
  const found: FoundTime[] = [];
  let last: Single | undefined;
  for (const match of text.matchAll(time)) {
    const single = readSingle(match);
    if (!single) continue;
    const before = found.at(-1);
    if (before && last && goesOn(text, before, last, single)) {
      found[found.length - 1] = {
        start: before.start,
        end: single.end,
        seconds: before.seconds + single.seconds,
      };
    } else {
      found.push({ start: single.start, end: single.end, seconds: single.seconds });
    }
    last = single;
  }
  return found.filter(({ seconds }) => seconds >= 1 && seconds <= longest);
}

/** A time of one unit. */
interface Single extends FoundTime {
  /** Seconds of its unit. */
  readonly unit: number;
}

function readSingle(match: RegExpExecArray): Single | undefined {
  const { least = '', most = least, half, unit = '', more } = match.groups ?? {};
  const digits = /[\d½⅓⅔¼¾⅛]/.test(most);
  const size = secondsOf(unit);
  // "a second egg" is no time, nor is "2 to a second bowl", and lone letters are units only after digits.
  if (!digits && (unit.length === 1 || (size === 1 && numberOf(most) <= 1))) return undefined;
  const extra = (half ? 0.5 : 0) + (more ? (more.endsWith('half') ? 0.5 : 0.25) : 0);
  const seconds = Math.round((numberOf(least) + extra) * size);
  return { start: match.index, end: match.index + match[0].length, seconds, unit: size };
}

/** Whether a time is the smaller part of the one before it, as in "1 hour and 30 minutes". */
function goesOn(text: string, before: FoundTime, last: Single, next: Single): boolean {
  if (next.unit >= last.unit) return false;
  // An abbreviation's full stop belongs to neither.
  const at = text.charAt(before.end) === '.' ? before.end + 1 : before.end;
  between.lastIndex = at;
  return between.test(text) && between.lastIndex === next.start;
}

function secondsOf(unit: string): number {
  if (unit.startsWith('h') || unit.startsWith('st')) return 3600;
  return unit.startsWith('m') ? 60 : 1;
}

function numberOf(text: string): number {
  if (!isDigits.test(text)) {
    return words.find(([pattern]) => pattern.test(text))?.[1] ?? 0;
  }
  const [, whole, over, under, sign] =
    text.match(/^(\d{1,4}(?:[.,]\d{1,2})?(?!\/))? ?(?:(\d)\/(\d)|([½⅓⅔¼¾⅛]))?$/u) ?? [];
  const part = sign ? (fractions[sign] ?? 0) : over && under ? Number(over) / Number(under) : 0;
  return (whole ? Number(whole.replace(',', '.')) : 0) + part;
}
