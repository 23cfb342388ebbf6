import type { LookupOptions } from 'node:dns';
import { once } from 'node:events';
import { type IncomingMessage, request as sendHttp } from 'node:http';
import { request as sendHttps } from 'node:https';
import { version } from '../version.ts';
import type { Address } from './address.ts';
import { FetchFailed } from './errors.ts';

const standardHeaders = {
  'Accept-Encoding': 'gzip, deflate, br',
  'Accept-Language': 'en, *;q=0.5',
  'User-Agent': `RecipeBook/${version} (imports one recipe for its reader)`,
};

/**
 * Asks for what is at one of these addresses, whatever its name resolves to by now.
 * @param accept the media types wanted.
 * @throws FetchFailed when the site does not answer.
 */
export async function send(
  url: URL,
  addresses: readonly Address[],
  accept: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const sendTo = url.protocol === 'https:' ? sendHttps : sendHttp;
  const headers = { ...standardHeaders, Accept: accept };
  const request = sendTo(url, { agent: false, headers, signal, lookup: pinnedTo(addresses) });
  try {
    request.end();
    const [response]: IncomingMessage[] = await once(request, 'response');
    if (response) return response;
  } catch {
    // Which certificate or connection failed is of no use to a reader.
  }
  throw new FetchFailed('refused', `${url.host} does not answer.`);
}

type Found = (error: null, address: string | Address[], family?: number) => void;

/** A name service that knows these addresses only. */
function pinnedTo(addresses: readonly Address[]) {
  return (_host: string, options: LookupOptions, found: Found) => {
    const [first] = addresses;
    if (options.all || !first) found(null, [...addresses]);
    else found(null, first.address, first.family);
  };
}
