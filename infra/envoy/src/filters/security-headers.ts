import type { Settings } from '@recipe-book/settings';

/** Scripts and styles that stand in a page itself, each by its hash, such as `sha256-…` (W3C, CSP 3, hash-source). */
interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/**
 * What a page may do. Nothing but our own files runs, and what stands in a page of ours and is named here; no text becomes
 * a script: the one value that a page may make one of by a policy of its own is the address of its service worker
 * (Trusted Types).
 */
export function contentSecurityPolicy({ scripts, styles }: InlineHashes): string {
  const ours = (hashes: readonly string[]) =>
    ["'self'", ...hashes.map((hash) => `'${hash}'`)].join(' ');
  return [
    "default-src 'none'",
    `script-src ${ours(scripts)}`,
    `style-src ${ours(styles)}`,
    // A picture that is about to be sent is shown from memory.
    "img-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types service-worker',
  ].join('; ');
}

/** What a page may ask a browser for: only that the screen stays on, which who cooks wants. */
const permissionsPolicy = [
  ...[
    'accelerometer',
    'browsing-topics',
    'camera',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((feature) => `${feature}=()`),
  'screen-wake-lock=(self)',
].join(', ');

/** What only documents obey. Of its some 700 bytes, the files of a page would bring 10 KB and more. */
export const forDocuments: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy({ scripts: [], styles: [] }),
  // For browsers that do not know frame-ancestors.
  'x-frame-options': 'DENY',
  'permissions-policy': permissionsPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
};

/**
 * What browsers are told, unless the app knows better for a page (OWASP Secure Headers Project): nobody frames us
 * or takes our answers into a page of theirs, and types are not guessed.
 */
export const always: Readonly<Record<string, string>> = {
  ...forDocuments,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** @param tls whether clients connect by TLS: only then may browsers be told to insist on it (RFC 6797). */
export function securityHeaders(
  { HSTS_MAX_AGE }: Settings,
  tls: boolean,
): Readonly<Record<string, string>> {
  if (!tls || HSTS_MAX_AGE === 0) return always;
  return { ...always, 'strict-transport-security': `max-age=${HSTS_MAX_AGE}` };
}
