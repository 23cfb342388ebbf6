import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject } from '../json.ts';

const filterName = 'same-origin';
const type = 'envoy.extensions.filters.http.csrf.v3.CsrfPolicy';

/** Answers 403 to what changes something for a page of another origin, on the routes that say so. */
export function sameOriginFilter(): JsonObject {
  return extension(filterName, type, enabledFor(0));
}

/**
 * For such a route: `Origin`, or else `Referer`, must name the host that was asked, or that of PUBLIC_URL, for proxies
 * in front that ask by another name.
 */
export function sameOriginOnly({ PUBLIC_URL }: Settings): JsonObject {
  const known = PUBLIC_URL === undefined ? [] : [{ exact: new URL(PUBLIC_URL).host }];
  return {
    [filterName]: {
      '@type': `type.googleapis.com/${type}`,
      ...enabledFor(100),
      additional_origins: known,
    },
  };
}

function enabledFor(percent: number): JsonObject {
  return {
    filter_enabled: { default_value: { numerator: percent, denominator: 'HUNDRED' } },
  };
}
