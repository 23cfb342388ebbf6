import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject } from '../json.ts';
import { internalHeaders } from '../names.ts';
import { contextHeader } from './rate-limit-headers.ts';
import { forDocuments, securityHeaders } from './security-headers.ts';
import { uncountedHeader } from './uncounted.ts';

const filterName = 'envoy.filters.http.header_mutation';
const types = 'envoy.extensions.filters.http.header_mutation.v3';

/**
 * Tells the app the client's address, and the client the id of its trace, what to be careful of and
 * which protocol it may change to.
 * @param tls whether clients connect by TLS.
 */
export function headersFilter(settings: Settings, tls: boolean): JsonObject {
  const header = (append_action: string) => (key: string, value: string) => ({
    append: { header: { key, value }, append_action },
  });
  const set = header('OVERWRITE_IF_EXISTS_OR_ADD');
  const unlessGiven = header('ADD_IF_ABSENT');
  const add = header('APPEND_IF_EXISTS_OR_ADD');
  return extension(filterName, `${types}.HeaderMutation`, {
    mutations: {
      request_mutations: [
        set(internalHeaders.clientAddress, '%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%'),
      ],
      response_mutations: [
        { remove: uncountedHeader },
        { remove: contextHeader.name },
        set('x-trace-id', '%TRACE_ID%'),
        ...Object.entries(securityHeaders(settings, tls)).map(([key, value]) =>
          unlessGiven(key, value),
        ),
        // The answer depends on who asks, which caches must know; the filter for CORS does not say so.
        ...(settings.CORS_ORIGINS ? [add('vary', 'Origin')] : []),
        ...(tls && settings.ENABLE_HTTP3 ? [set('alt-svc', http3At(settings))] : []),
      ],
    },
  });
}

/** For routes of files that are never documents: scripts, styles and pictures. */
export function withoutDocumentHeaders(): JsonObject {
  const response_mutations = Object.keys(forDocuments).map((remove) => ({ remove }));
  return {
    [filterName]: {
      '@type': `type.googleapis.com/${types}.HeaderMutationPerRoute`,
      mutations: { response_mutations },
    },
  };
}

/** Where HTTP/3 is to be had (RFC 9114, section 3.1.1), as clients see it, and how long they may remember it. */
function http3At({ PUBLIC_URL }: Settings): string {
  const port = PUBLIC_URL ? new URL(PUBLIC_URL).port || '443' : '%DOWNSTREAM_LOCAL_PORT%';
  return `h3=":${port}"; ma=86400`;
}
