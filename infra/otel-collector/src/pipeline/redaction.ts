/**
 * Keys whose values never leave, whatever they hold. Case does not matter.
 * The app redacts too; this is the second line of defence.
 */
export const secretKeys = [
  'password',
  'passwd',
  'secret',
  'token',
  'authorization',
  'cookie',
  'api[-_.]?key',
  'x-jwt-payload',
  // Anything may stand there, under any name.
  'url\\.query',
];

/** Values that give themselves away under any key: JWTs, bearer tokens, MongoDB and Redis URLs with a password. */
export const secretValues = [
  // Also cut short, as a long URL is.
  'eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*)*',
  // What stands in the query of a URL, which Envoy's spans carry whole.
  '\\?[^\\s"]*=[^\\s"]*',
  '(?i)bearer\\s+[A-Za-z0-9._~+/-]{8,}=*',
  // Links that open without signing in, those of the API and those of pages, also where they lead nowhere.
  '(?i)/(shared|calendar|images)/[^\\s?"]*[A-Za-z0-9_-]{20,}',
  // The secret part of such a link at a wrong place: 256 bits in base64url.
  '/[A-Za-z0-9_-]{43}',
  '(?i)(mongodb(\\+srv)?|rediss?)://[^\\s/@]*:[^\\s/@]+@',
];

/** Masks secrets in attributes and log bodies (contrib redactionprocessor). */
export function redaction() {
  return {
    allow_all_keys: true,
    blocked_key_patterns: secretKeys.map((key) => `(?i).*${key}.*`),
    blocked_values: secretValues,
    summary: 'silent',
  };
}
