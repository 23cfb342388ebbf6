import type { IncomingMessage } from 'node:http';
import { ImportFailed, pasteInstead } from '../errors.ts';
import { type FetchRules, publicAddresses } from './address.ts';
import { readBody } from './body.ts';
import { send } from './send.ts';

/** A page as it was fetched. */
export interface Page {
  /** Where it was in the end. */
  readonly url: string;
  /** Of the media type, such as `text/html`. */
  readonly type: string;
  readonly text: string;
}

const maxRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a page from the public internet.
 * @throws ImportFailed with a sentence that says what to do.
 */
export async function fetchPage(address: string, rules: FetchRules): Promise<Page> {
  const signal = AbortSignal.timeout(rules.timeLimit);
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(tooSlow()), { once: true });
  aborted.catch(() => {});
  return Promise.race([aborted, follow(allowedUrl(address, rules), rules, signal)]);
}

async function follow(start: URL, rules: FetchRules, signal: AbortSignal): Promise<Page> {
  let url = start;
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const addresses = await publicAddresses(url.hostname, rules);
    const response = await send(url, addresses, signal);
    const { location } = response.headers;
    if (!redirects.has(response.statusCode ?? 0) || location === undefined) {
      return readPage(url, response);
    }
    response.destroy();
    url = allowedUrl(location, rules, url);
  }
  throw new ImportFailed('refused', `${start.host} leads from page to page. ${pasteInstead}`);
}

/** Web addresses at the usual ports, without passwords: others lead to what is no page for everyone. */
function allowedUrl(address: string, { allowLoopback }: FetchRules, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new ImportFailed('not-allowed', 'Only pages at http:// and https:// can be read.');
  }
  // The parser leaves out the usual port of a scheme.
  if ((url.port !== '' && !allowLoopback) || url.username !== '' || url.password !== '') {
    throw new ImportFailed('not-allowed', 'Pages with a port or a password cannot be read.');
  }
  return url;
}

async function readPage(url: URL, response: IncomingMessage): Promise<Page> {
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    response.destroy();
    throw new ImportFailed('refused', `${url.host} answered ${status}. ${pasteInstead}`);
  }
  const [type = ''] = (response.headers['content-type'] ?? 'text/html').split(';');
  const text = await readBody(url, response);
  return { url: url.href, type: type.trim().toLowerCase(), text };
}

function tooSlow(): ImportFailed {
  return new ImportFailed('too-slow', `The site took too long to answer. ${pasteInstead}`);
}
