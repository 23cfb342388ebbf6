import type { Settings } from '@recipe-book/settings';
import { harmless } from './harmless.ts';
import { knownKeys } from './known-keys.ts';

/**
 * A name in the ways in which it is written. Go finds an expression with a fixed beginning twenty times as fast
 * as one that ignores case or has alternatives, and all of them are looked for in each attribute.
 */
function spellings(name: string): string[] {
  return [name, name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase()];
}

const passwords = ['passw(or|OR)?d', 'passphrase', 'pwd', 'authorization', 'cookie'];
const otherSecrets = [
  ...['secret', 'token', 'credential', 'x-jwt-payload'],
  ...['api', 'access', 'private'].map((kind) => `${kind}[-_.]?[kK]ey`),
];

/**
 * Keys whose values never leave, whatever they hold.
 * The app redacts too; this is the second line of defence, and the first for what others send.
 */
export const secretKeys = [
  ...[...passwords, ...otherSecrets, 'jwt', 'card[-_.]?[nN]umber'].flatMap(spellings),
  // Anything may stand there, under any name.
  'url\\.query',
];

/** Blanks and the like, also as JSON and paths have them (percent-encoded once, as all that has `%` in it below). */
const blank = '\\s|\\\\[tnr]|%20|%09|%0[aAdD]';
/**
 * What may stand between the groups of a card's number: blanks, dots and dashes of any kind, up to two; and what is
 * put for bytes that are no UTF-8, such as the no-break space of Latin-1.
 */
const gap =
  '([\\s\\p{Zs}.\uFFFD\u2010-\u2015\u2212-]|%20|%2[dDeE]|%[cC]2%[aA]0|%[eE]2%8[0-9]%[0-9a-fA-F]{2}){0,2}';

/**
 * Letters and digits that are percent-encoded, and what is encoded twice: nobody does that but to hide what it spells,
 * and the rest of the line with it. What is encoded otherwise is known below.
 */
const hidden = '%(25[2-7]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA])[^\\r\\n]*';

/** Values that give themselves away under any key, also within a text; Go (RE2) and JavaScript both read them. */
export const secretValues = [
  '-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*',
  // JSON web tokens, also cut short, as a long URL is.
  'eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*)*',
  // What stands in the query of a URL, which Envoy's spans carry whole.
  '\\?[^\\s"?=]*=[^\\s"]*',
  '%3[fF][^\\s"?=%]*(=|%3[dD])[^\\s"]*',
  // User and password of a URL; a password may hold what should have been encoded.
  '://([^\\s"\'/?#@:]*:[^\\s"\']*|[^\\s"\'/?#@:]+)@',
  ':%2[fF]%2[fF][^\\s"\'/?#@]*(@|%40)',
  '%3[aA]%2[fF]%2[fF][^\\s"\'/?#@]*(@|%40)',
  // The values of Bearer and Basic, in any case.
  ...['earer', 'EARER', 'asic', 'ASIC'].map(
    (scheme) => `${scheme}(${blank})+[A-Za-z0-9._~%+/-]{8,}=*`,
  ),
  // Links that open without signing in, those of the API and those of pages, also where they lead nowhere.
  '(?i)/(shared|calendar|images)/[^\\s?"]*[A-Za-z0-9_-]{20,}',
  // The secret part of such a link at a wrong place: 256 bits in base64url.
  '/[A-Za-z0-9_-]{43}',
  // Keys of GitHub, GitLab, npm, PyPI, Hugging Face, OpenAI, Anthropic, Stripe, Slack, AWS, Google, SendGrid.
  'gh[opsur]_[A-Za-z0-9]{20,}',
  'github_pat_[A-Za-z0-9_]{20,}',
  'glpat-[A-Za-z0-9_-]{16,}',
  'npm_[A-Za-z0-9]{20,}',
  'pypi-[A-Za-z0-9_-]{16,}',
  'hf_[A-Za-z0-9]{20,}',
  'sk-[A-Za-z0-9_-]{16,}',
  'k_(live|test)_[A-Za-z0-9]{10,}',
  'whsec_[A-Za-z0-9]{16,}',
  'xox[abeoprs]-[A-Za-z0-9-]{10,}',
  'A[KS]IA[A-Z0-9]{16}',
  'AIza[A-Za-z0-9_-]{35}',
  'SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}',
  // Payment cards, in groups (4-4-4-4, 4-6-5, 4-6-4) or without; the check digit is beyond these expressions.
  `(\\b|%20)[2-6][0-9]{3}${gap}([0-9]{4}${gap}[0-9]{4}${gap}[0-9]{4}([0-9]{3})?|[0-9]{6}${gap}[0-9]{4,5})\\b`,
];

/** What stands between a name and its value. */
const colon = `(s|[-_][A-Za-z0-9_]*)?([\\\\"']|%2[27]|%5[cC])*(${blank})*([:=]|%3[aAdD])(${blank})*`;
const quoted = '[\\\\]*"([^"\\\\]|\\\\.)*';

/** Values that only their names give away, within a text. */
const namedValues = [
  // Passwords may have blanks in them: to the end of the line.
  ...passwords.flatMap(spellings).map((name) => `${name}${colon}(${quoted}|[^\\s"\\\\][^\\r\\n]*)`),
  ...otherSecrets.flatMap(spellings).map((name) => `${name}${colon}(${quoted}|[^\\s"\\\\&]+)`),
];

/** E-mail addresses, which are personal but no secrets. */
const emailAddress = '[\\p{L}\\p{N}._%+-]+(@|%(25)*40)([\\p{L}\\p{N}-]+\\.)+\\p{L}{2,24}';

/** Names like those of routes and queries hold none of these, and need not be looked through. */
const suspicious =
  '[^/]:|[=@%]|eyJ|[A-Za-z0-9_-]{16}|[0-9]{4}[\\s\\p{Zs}.\uFFFD\u2010-\u2015\u2212-]{1,2}[0-9]|earer\\s|EARER\\s|asic\\s|ASIC\\s';

/** What is looked for, with what the settings add. */
function blockedValues({ LOG_REDACT_EMAILS }: Pick<Settings, 'LOG_REDACT_EMAILS'>): string[] {
  return [...secretValues, ...namedValues, ...(LOG_REDACT_EMAILS ? [emailAddress] : []), hidden];
}

/**
 * Masks what stands under secret keys, in attributes, those of events too, and within log bodies (contrib
 * redactionprocessor). Values are looked at after it: where a value may be let through by its looks, the processor
 * asks for that first, and a plain word is a password all the same.
 */
export const keyRedaction = {
  allow_all_keys: true,
  ignored_keys: knownKeys,
  blocked_key_patterns: secretKeys,
  summary: 'silent',
} as const;

/** Masks secrets in attributes, those of events too, and log bodies (contrib redactionprocessor). */
export function valueRedaction(settings: Pick<Settings, 'LOG_REDACT_EMAILS'>) {
  return {
    allow_all_keys: true,
    allowed_values: harmless,
    blocked_values: blockedValues(settings),
    // Also within lists and objects, as an attribute of a log record may be.
    redact_all_types: true,
    summary: 'silent',
  };
}

/**
 * Masks secrets in what the redaction processor does not look at: names and statuses of spans (contrib
 * transformprocessor). The state of the trace is whatever a client sent.
 */
export function textRedaction(settings: Pick<Settings, 'LOG_REDACT_EMAILS'>) {
  const any = JSON.stringify(
    blockedValues(settings)
      .map((value) => `(${value})`)
      .join('|'),
  );
  const matches = (field: string, pattern: string) =>
    `IsMatch(${field}, ${JSON.stringify(pattern)})`;
  const looksSuspicious = (field: string) =>
    [...harmless.map((form) => `not ${matches(field, form)}`), matches(field, suspicious)].join(
      ' and ',
    );
  return {
    error_mode: 'ignore',
    trace_statements: [
      {
        context: 'span',
        conditions: ['span.trace_state != ""'],
        statements: ['set(span.trace_state, "")'],
      },
      ...['span.name', 'span.status.message'].map((field) => ({
        context: 'span',
        conditions: [looksSuspicious(field)],
        statements: [`replace_pattern(${field}, ${any}, "****")`],
      })),
    ],
  };
}
