const replacement = '[redacted]';

/** Names of fields whose value must never be written, wherever they stand in the first three levels. */
export const secretFields = [
  'password',
  'currentPassword',
  'newPassword',
  'passwordHash',
  'token',
  'accessToken',
  'access_token',
  'refreshToken',
  'refresh_token',
  'resetPasswordToken',
  'authorization',
  'Authorization',
  'cookie',
  'set-cookie',
  'x-jwt-payload',
  'apiKey',
  'x-api-key',
  'secret',
  'cardNumber',
];

/** Option for pino: the paths of secret fields, and what is written instead. */
export const redaction = {
  paths: secretFields.flatMap((name) =>
    ['', '*', '*.*'].map((parent) =>
      /^\w+$/.test(name) ? (parent ? `${parent}.${name}` : name) : `${parent}["${name}"]`,
    ),
  ),
  censor: replacement,
};

/** Secrets that can stand within a text: JSON web tokens, credentials in URLs, authorization values. */
const secretTexts: readonly [RegExp, string][] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, replacement],
  [/(\w:\/\/)[^/\s:@"]*:[^/\s@"]+@/g, `$1${replacement}@`],
  [/\b(Bearer|Basic) [\w.~+/=-]{8,}/gi, `$1 ${replacement}`],
];

/** Replaces such secrets in a whole log line. */
export function scrub(line: string): string {
  return secretTexts.reduce((text, [pattern, safe]) => text.replace(pattern, safe), line);
}
