import type { FetchRules } from '../public-web/address.ts';
import { FetchFailed, type Reason } from '../public-web/errors.ts';
import { fetchPublic } from '../public-web/fetch.ts';
import { ImportFailed, pasteInstead } from './errors.ts';

/** A page as it was fetched. */
export interface Page {
  /** Where it was in the end. */
  readonly url: string;
  /** Of the media type, such as `text/html`. */
  readonly type: string;
  readonly text: string;
}

const wanted = {
  accept: 'text/html, application/xhtml+xml, application/ld+json;q=0.9',
  maxBytes: 2 * 1024 * 1024,
};

/** Where a browser may fare better than the server. */
const pastingHelps: readonly Reason[] = ['refused', 'not-readable', 'too-slow'];

/**
 * Fetches a page from the public internet.
 * @throws ImportFailed with a sentence that says what to do.
 */
export async function fetchPage(address: string, rules: FetchRules): Promise<Page> {
  try {
    const { url, contentType = 'text/html', bytes } = await fetchPublic(address, wanted, rules);
    const [type = ''] = contentType.split(';');
    return { url, type: type.trim().toLowerCase(), text: decodeText(bytes, contentType) };
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    const { reason, message } = error;
    const advice = pastingHelps.includes(reason) ? ` ${pasteInstead}` : '';
    throw new ImportFailed(reason, `${message}${advice}`);
  }
}

/** By the charset of the header, else of the page's own `meta`, else UTF-8. */
function decodeText(bytes: Buffer, contentType: string): string {
  const charset = /charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i;
  const start = bytes.subarray(0, 1024).toString('latin1');
  const label = (charset.exec(contentType) ?? charset.exec(start))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
