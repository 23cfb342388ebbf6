import type { Settings } from '@recipe-book/settings';

/** How clients reach the ingress. */
export function scheme({ TLS_CERT_FILE }: Settings): 'http' | 'https' {
  return TLS_CERT_FILE === undefined ? 'http' : 'https';
}
