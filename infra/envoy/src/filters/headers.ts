import { extension, type JsonObject } from '../json.ts';
import { internalHeaders } from '../names.ts';
import { contextHeader } from './rate-limit-headers.ts';

/** What browsers are told, unless the app knows better for a page: nothing but our own files runs, nobody frames us, types are not guessed. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

/** Tells the app the client's address, and the client the id of its trace and what to be careful of. */
export function headersFilter(): JsonObject {
  const header = (append_action: string) => (key: string, value: string) => ({
    append: { header: { key, value }, append_action },
  });
  const set = header('OVERWRITE_IF_EXISTS_OR_ADD');
  const standard = header('ADD_IF_ABSENT');
  return extension(
    'envoy.filters.http.header_mutation',
    'envoy.extensions.filters.http.header_mutation.v3.HeaderMutation',
    {
      mutations: {
        request_mutations: [
          set(internalHeaders.clientAddress, '%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%'),
        ],
        response_mutations: [
          set(contextHeader.name, contextHeader.value),
          set('x-trace-id', '%TRACE_ID%'),
          ...Object.entries(securityHeaders).map(([key, value]) => standard(key, value)),
        ],
      },
    },
  );
}
