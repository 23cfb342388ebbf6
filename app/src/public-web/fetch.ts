import type { IncomingMessage } from 'node:http';
import { ATTR_SERVER_ADDRESS } from '@opentelemetry/semantic-conventions';
import { inSpan } from '../telemetry/in-span.ts';
import { spanAttributes, spanNames } from '../telemetry/names.ts';
import { type FetchRules, publicAddresses } from './address.ts';
import { readBody } from './body.ts';
import { FetchFailed } from './errors.ts';
import { send } from './send.ts';

/** What is wanted from an address. */
export interface Wanted {
  /** Media types, as in the header `Accept`. */
  readonly accept: string;
  /** Most bytes, counted as sent and again when they are decompressed. */
  readonly maxBytes: number;
}

/** What was fetched. */
export interface Fetched {
  /** Where it was in the end. */
  readonly url: string;
  /** The header `Content-Type` as the site sent it. */
  readonly contentType: string | undefined;
  readonly bytes: Buffer;
}

const maxRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches something from the public internet on behalf of a user.
 * @throws FetchFailed with a sentence that says what is wrong.
 */
export function fetchPublic(address: string, wanted: Wanted, rules: FetchRules): Promise<Fetched> {
  const signal = AbortSignal.timeout(rules.timeLimit);
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(tooSlow()), { once: true });
  aborted.catch(() => {});
  return inSpan(spanNames.publicFetch, async (span) => {
    const start = allowedUrl(address, rules);
    // Not the address: it may hold what is meant for one reader alone.
    span.setAttribute(ATTR_SERVER_ADDRESS, start.hostname);
    const fetched = await Promise.race([aborted, follow(start, wanted, rules, signal)]);
    span.setAttribute(spanAttributes.size, fetched.bytes.length);
    return fetched;
  });
}

async function follow(
  start: URL,
  wanted: Wanted,
  rules: FetchRules,
  signal: AbortSignal,
): Promise<Fetched> {
  let url = start;
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const addresses = await publicAddresses(url.hostname, rules);
    const response = await send(url, addresses, wanted.accept, signal);
    const { location } = response.headers;
    if (!redirects.has(response.statusCode ?? 0) || location === undefined) {
      return readAnswer(url, response, wanted);
    }
    response.destroy();
    url = allowedUrl(location, rules, url);
  }
  throw new FetchFailed('refused', `${start.host} leads from page to page.`);
}

/** Web addresses at the usual ports, without passwords: others lead to what is no page for everyone. */
function allowedUrl(address: string, { allowLoopback }: FetchRules, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new FetchFailed('not-allowed', 'Only what is at http:// and https:// can be read.');
  }
  // The parser leaves out the usual port of a scheme.
  if ((url.port !== '' && !allowLoopback) || url.username !== '' || url.password !== '') {
    throw new FetchFailed('not-allowed', 'Addresses with a port or a password cannot be read.');
  }
  return url;
}

async function readAnswer(
  url: URL,
  response: IncomingMessage,
  { maxBytes }: Wanted,
): Promise<Fetched> {
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    response.destroy();
    throw new FetchFailed('refused', `${url.host} answered ${status}.`);
  }
  const contentType = response.headers['content-type'];
  return { url: url.href, contentType, bytes: await readBody(url, response, maxBytes) };
}

function tooSlow(): FetchFailed {
  return new FetchFailed('too-slow', 'The site took too long to answer.');
}
