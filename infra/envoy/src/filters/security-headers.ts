import type { Settings } from '@recipe-book/settings';

/**
 * What browsers are told, unless the app knows better for a page (OWASP Secure Headers Project): nothing but our
 * own files runs, nobody frames us or takes our answers into a page of theirs, types are not guessed,
 * and pages may not ask for what a recipe book has no use for.
 */
const always: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  // For browsers that do not know frame-ancestors.
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': [
    'camera',
    'display-capture',
    'geolocation',
    'microphone',
    'payment',
    'usb',
    'browsing-topics',
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
};

/** @param tls whether clients connect by TLS: only then may browsers be told to insist on it (RFC 6797). */
export function securityHeaders(
  { HSTS_MAX_AGE }: Settings,
  tls: boolean,
): Readonly<Record<string, string>> {
  if (!tls || HSTS_MAX_AGE === 0) return always;
  return { ...always, 'strict-transport-security': `max-age=${HSTS_MAX_AGE}` };
}
