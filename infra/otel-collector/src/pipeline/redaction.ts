import type { Settings } from '@recipe-book/settings';

/**
 * Keys whose values never leave, whatever they hold. Case does not matter.
 * The app redacts too; this is the second line of defence, and the first for what others send.
 */
export const secretKeys = [
  'passw',
  'passphrase',
  'pwd',
  'secret',
  'token',
  'authorization',
  'cookie',
  'api[-_.]?key',
  'access[-_.]?key',
  'private[-_.]?key',
  'credential',
  'jwt',
  'card[-_.]?number',
  // Anything may stand there, under any name.
  'url\\.query',
];

/**
 * Values that give themselves away under any key, also within a text. Written so that Go (RE2) and
 * JavaScript both read them; each costs processor time for every attribute.
 */
export const secretValues = [
  '-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*',
  // JSON web tokens, also cut short, as a long URL is.
  'eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*)*',
  // What stands in the query of a URL, which Envoy's spans carry whole.
  '\\?[^\\s"?=]*=[^\\s"]*',
  // User and password of a URL; a password may hold what should have been encoded.
  '://([^\\s"\'/?#@:]*:[^\\s"\']*|[^\\s"\'/?#@:]+)@',
  '(?i)\\b(bearer|basic)\\s+[a-z0-9._~+/-]{8,}=*',
  // Links that open without signing in, those of the API and those of pages, also where they lead nowhere.
  '(?i)/(shared|calendar|images)/[^\\s?"]*[A-Za-z0-9_-]{20,}',
  // The secret part of such a link at a wrong place: 256 bits in base64url.
  '/[A-Za-z0-9_-]{43}',
  // Keys of GitHub, GitLab, npm, PyPI, Hugging Face, Slack, Stripe, OpenAI, Anthropic, AWS, Google, SendGrid.
  '(gh[opsur]_|npm_|hf_)[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|(glpat-|pypi-|sk-)[A-Za-z0-9_-]{16,}',
  '[prs]k_(live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9]{16,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|A[KS]IA[A-Z0-9]{16}|AIza[A-Za-z0-9_-]{35}|SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}',
  // Payment cards in groups or without: 4-4-4-4 with the beginnings of the networks, American Express, Diners Club.
  '\\b(4[0-9]{3}|5[0-9]{3}|2[2-7][0-9]{2}|6[0-9]{3}|35[2-8][0-9])[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}([0-9]{3})?\\b',
  '\\b3([47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}|[0689][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{4})\\b',
];

/** A value as it stands behind its name and a colon or an equals sign. */
const named = '(s|[-_][a-z0-9_]*)?[\\\\"\']*\\s*[:=]\\s*';
const quoted = '[\\\\]*"([^"\\\\]|\\\\.)*';

/** Values that only their names give away, within a text. */
const namedValues = [
  // Passwords may have blanks in them: to the end of the line.
  `(?i)(passw(or)?d|passphrase|pwd|authorization|cookie)${named}(${quoted}|[^\\s"\\\\][^\\r\\n]*)`,
  `(?i)(secret|token|(api|access|private)[-_.]?key|credential|x-jwt-payload)${named}(${quoted}|[^\\s"\\\\&]+)`,
];

/** E-mail addresses, which are personal but no secrets. */
const emailAddress = '[\\p{L}\\p{N}._%+-]+(@|%40)([\\p{L}\\p{N}-]+\\.)+\\p{L}{2,24}';

/** What is looked for, with what the settings add. */
function blockedValues({ LOG_REDACT_EMAILS }: Pick<Settings, 'LOG_REDACT_EMAILS'>): string[] {
  return [...secretValues, ...namedValues, ...(LOG_REDACT_EMAILS ? [emailAddress] : [])];
}

/** Masks secrets in attributes, those of events too, and log bodies (contrib redactionprocessor). */
export function redaction(settings: Pick<Settings, 'LOG_REDACT_EMAILS'>) {
  return {
    allow_all_keys: true,
    // One expression costs less than one for each.
    blocked_key_patterns: [`(?i)${secretKeys.join('|')}`],
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
  const masked = (field: string) =>
    blockedValues(settings).map(
      (value) => `replace_pattern(${field}, ${JSON.stringify(value)}, "****")`,
    );
  return {
    error_mode: 'ignore',
    trace_statements: [
      {
        context: 'span',
        conditions: ['span.trace_state != ""'],
        statements: ['set(span.trace_state, "")'],
      },
      { context: 'span', statements: masked('span.name') },
      {
        context: 'span',
        conditions: ['span.status.message != ""'],
        statements: masked('span.status.message'),
      },
    ],
  };
}
