import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** A made-up secret as it stands in a text. */
export interface Secret {
  readonly kind: string;
  readonly text: string;
  /** What must be found nowhere. */
  readonly needle: string;
  /** Whether it may stand in a path as it is. */
  readonly inPath: boolean;
}

/** Secrets that give themselves away wherever they stand, other ones at each call. */
export function madeUpSecrets(): Secret[] {
  const password = `pw-${letters(12)}`;
  const basic = Buffer.from(`cook:${password}`).toString('base64');
  const card = cardNumber();
  return [
    webToken(),
    ...[`ghp_${letters(36)}`, `sk_live_${letters(24)}`, `sk-ant-api03-${letters(40)}`].map(key),
    ...[`xoxb-${randomInt(1e11)}-${letters(24)}`, `AKIA${letters(16).toUpperCase()}`].map(key),
    { kind: 'a bearer value', text: `Bearer ${password}`, needle: password, inPath: false },
    { kind: 'a Basic value', text: `Basic ${basic}`, needle: basic.slice(0, 16), inPath: false },
    ...['mongodb', 'redis', 'smtp', 'https'].map((scheme) => inUrl(scheme)),
    { kind: 'a card', text: card, needle: card, inPath: true },
    ...[' ', '.', '\u00a0', '  '].map((gap) => cardInGroups(card, gap)),
    emailAddress(),
  ];
}

function cardInGroups(card: string, gap: string): Secret {
  const text = card.replace(/\d{4}(?=\d)/g, `$&${gap}`);
  return { kind: `a card in groups, with "${gap}"`, text, needle: text, inPath: gap === '.' };
}

/** A value that only its name gives away. */
export function madeUpPassword(): string {
  return `p4ss ${letters(8)}-"${letters(8)}`;
}

function webToken(): Secret {
  const needle = Buffer.from(randomUUID()).toString('base64url');
  const text = `eyJhbGciOiJFZERTQSJ9.${needle}.${randomBytes(32).toString('base64url')}`;
  return { kind: 'a JSON web token', text, needle, inPath: true };
}

function key(text: string): Secret {
  return { kind: `a key such as ${text.slice(0, 4)}`, text, needle: text.slice(4), inPath: true };
}

function inUrl(scheme: string): Secret {
  const needle = letters(16);
  const text = `${scheme}://cook:${needle}@${scheme}.example/x`;
  return { kind: `a password in a URL of ${scheme}`, text, needle, inPath: false };
}

function emailAddress(): Secret {
  const needle = letters(16);
  return { kind: 'an e-mail address', text: `${needle}@mail.example`, needle, inPath: true };
}

/** Letters and digits. */
function letters(length: number): string {
  const all = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length }, () => all[randomInt(all.length)]).join('');
}

/** A number of Visa's with the right check digit (Luhn). */
function cardNumber(): string {
  const start = `4${Array.from({ length: 14 }, () => randomInt(10)).join('')}`;
  const sum = [...start].reduce((total, digit, at) => {
    const counted = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return `${start}${(10 - (sum % 10)) % 10}`;
}
