/** Numbers of payment cards: how they begin and how long they are, by network. */
const networks: readonly RegExp[] = [
  /^4\d{12}(?:\d{3}){0,2}$/, // Visa
  /^(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^(?:6011|64[4-9]\d|65\d\d)\d{12,15}$/, // Discover
  /^3(?:0[0-5]|[689]\d)\d{11,16}$/, // Diners Club
  /^35(?:2[89]|[3-8]\d)\d{12,15}$/, // JCB
  /^62\d{14,17}$/, // UnionPay
  /^(?:50|5[6-9]|6[37])\d{10,17}$/, // Maestro
];

/** Blanks, dots and dashes of any kind, and what stands for bytes that were none of the text. */
const separator = /([\s.\uFFFD\u2010-\u2015\u2212-]{1,2})/;
/**
 * Digits as people write them: with a blank or a dash anywhere, or in groups as on a card with any separator between
 * them. Addresses and versions are in shorter groups.
 */
const written: readonly RegExp[] = [
  /(?<!\w)\d(?:[ -]?\d){11,}/g,
  /(?<!\w)\d{4,}(?:[\s.\uFFFD\u2010-\u2015\u2212-]{1,2}\d{3,}){2,}/g,
];
const shortestCard = 12;
const longestCard = 19;

/** Whether these digits are the number of a payment card: a network's, with the right check digit. */
export function isCardNumber(text: string): boolean {
  if (text.length < shortestCard) return false;
  return networks.some((network) => network.test(text)) && hasCheckDigit(text);
}

/** Replaces the numbers of payment cards. */
export function withoutCards(text: string, replacement: string): string {
  return written.reduce(
    (safe, digits) => safe.replace(digits, (found) => withoutCardsIn(found, replacement)),
    text,
  );
}

/** @param digits with what stands between them. */
function withoutCardsIn(digits: string, replacement: string): string {
  const groups = digits.split(separator);
  // Groups stand at even places, what parts them at odd ones.
  for (let from = 0; from < groups.length; from += 2) {
    let number = '';
    let end: number | undefined;
    for (let to = from; to < groups.length && number.length <= longestCard; to += 2) {
      number += groups[to];
      if (isCardNumber(number)) end = to;
    }
    if (end !== undefined) groups.splice(from, end - from + 1, replacement);
  }
  return groups.join('');
}

/** Luhn's formula (ISO/IEC 7812-1). */
function hasCheckDigit(text: string): boolean {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = Number(text[text.length - 1 - at]);
    const counted = at % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
