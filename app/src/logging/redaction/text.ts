import { withoutCards } from './cards.ts';

/** What stands in place of a secret. */
export const replacement = '[redacted]';

/** Longest text that is looked through and kept, in characters; what follows is left out. */
const longestText = 8192;

/** Left out as well when a text is cut, so that no secret is let through because half of it is missing. */
const cutMargin = 256;

/** How often a text may have been percent-encoded for what it means to be looked for. */
const mostDecodings = 3;

/** Most texts, such as ids and paths, can hold none of what is below; these say so fast. */
const plain = /^(?!.*(?:\d{12}|\d{4}\.{1,2}\d{4}))[a-z\d./]*$/;
/** Ids of requests, which lines and spans are found by: of three thousand one has a part that might be the number of a card. */
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const suspicious =
  /[=@%]|:\/\/|eyJ|passw|passph|pwd|authoriz|cookie|secret|token|key|credential|jwt|earer\s|asic\s|-----|Unexpected |gh[opsur]_|_pat_|glpat-|npm_|pypi-|hf_|xox|_live_|_test_|whsec_|sk-|A[KS]IA|AIza|SG\.|(?<![\w-])[\w-]{43}|(?<!\d)\d(?:[ -]?\d){11}|\d{4}[\s.\uFFFD\u2010-\u2015\u2212-]{1,2}\d{4}/i;

/** Secrets that give themselves away within a text, and what is written instead. All take linear time. */
const secrets: readonly (readonly [RegExp, string])[] = [
  // V8 quotes what it could not parse.
  [/Unexpected token .{1,8}, .{0,80}? is not valid JSON/gs, 'Unexpected token in JSON'],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}-----)?/g, replacement],
  // Users and passwords in URLs. Those of databases are often not encoded as they should be.
  [/(?<=https?:\/\/)[^\s/?#"'<>]{1,256}@/gi, `${replacement}@`],
  [/(?<!https?):\/\/[^\s"'<>]{1,256}@/gi, `://${replacement}@`],
  // Anything may stand in a query, under any name.
  [/\?[^\s"'<>?=]*=[^\s"'<>]*/g, `?${replacement}`],
  // Named values that may have spaces in them, to the end of the line; but not 1 or true, as in indexes.
  [
    /(password|passwd|passphrase|pwd|authorization|cookie)(s|[-_]\w{1,32})?(["'\\]{0,2}\s{0,3}[:=]\s{0,3})(?!(?:-1|\d|true|false|null)[,}\])])(?:\\{0,2}"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^"'\s][^\r\n]*)/gis,
    `$1$2$3${replacement}`,
  ],
  // Other named values.
  [
    /(secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|credential|x-jwt-payload)(s|[-_]\w{1,32})?(["'\\]{0,2}\s{0,3}[:=]\s{0,3})(?!(?:-1|\d|true|false|null)[,}\])])(?:\\{0,2}"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^"'\s][^\s"'&]*)/gis,
    `$1$2$3${replacement}`,
  ],
  [/\b(Bearer|Basic)\s{1,4}[\w.~+/=-]{8,}/gi, `$1 ${replacement}`],
  // JSON web tokens, also cut short.
  [/eyJ[\w-]{8,}(?:\.[\w-]*)*/g, replacement],
  // Keys of GitHub, GitLab, npm, PyPI, Hugging Face, Slack, Stripe, OpenAI, Anthropic, AWS, Google, SendGrid.
  [
    /gh[opsur]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|npm_[A-Za-z0-9]{20,}/g,
    replacement,
  ],
  [/pypi-[\w-]{16,}|hf_[A-Za-z0-9]{20,}|xox[abeoprs]-[\w-]{12,}/g, replacement],
  [/[prs]k_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9]{16,}|sk-[\w-]{20,}/g, replacement],
  [/A[KS]IA[A-Z0-9]{16}|AIza[\w-]{35}|SG\.[\w-]{16,}\.[\w-]{16,}/g, replacement],
  // Our own: 256 bits or more in base64url, as in links, sessions and mails.
  [/(?<![\w-])(?=[\w-]{0,42}[a-z])(?=[\w-]{0,42}[A-Z])[\w-]{43,}/g, replacement],
];

const email = /[\p{L}\p{N}._%+-]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

/** Takes secrets out of a text, and what lies beyond its longest length. */
export function withoutSecrets(text: string, { emails }: { readonly emails: boolean }): string {
  const isCut = text.length > longestText;
  if (!isCut && (plain.test(text) || uuid.test(text))) return text;
  let safe = isCut ? text.slice(0, longestText) : text;
  if (suspicious.test(safe)) {
    safe = withoutKnown(safe, emails);
    let read = safe;
    for (let times = 0; times < mostDecodings; times += 1) {
      const decoded = decodedOnce(read);
      if (decoded === read) break;
      read = withoutKnown(decoded, emails);
      // Otherwise it stays as it was sent.
      if (read !== decoded) safe = read;
    }
  }
  return isCut ? `${safe.slice(0, -cutMargin)} [cut]` : safe;
}

function withoutKnown(text: string, emails: boolean): string {
  let safe = text;
  for (const [pattern, instead] of secrets) safe = safe.replace(pattern, instead);
  if (emails && /@|%40/.test(safe)) safe = safe.replace(email, replacement);
  return withoutCards(safe, replacement);
}

/** What a path means that has a secret in it: there blanks, quotes, colons and more are percent-encoded. */
function decodedOnce(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded).replace(control, ' ');
    } catch {
      return encoded.replace(/%[0-7][\da-f]/gi, (one) =>
        decodeURIComponent(one).replace(control, ' '),
      );
    }
  });
}

const control = /\p{Cc}/gu;
